import { z } from 'zod';
import { MAX_CAPTION } from './limits';
import { isSafeAddress } from './link-address';

const ACCEPTED = {
  blocks: 'đoạn văn, tiêu đề, danh sách, trích dẫn, bảng, hình ảnh, đường kẻ ngang',
  flow: 'đoạn văn, danh sách',
  inline: 'chữ, xuống dòng',
  marks: 'đậm, nghiêng, gạch chân, chỉ số dưới, chỉ số trên, liên kết',
};

const only = (accepted: string) => ({ error: `chỉ nhận ${accepted}` });

const wholeNumber = (min: number, max: number) =>
  z
    .int({ error: `cần một số nguyên từ ${min} đến ${max}` })
    .min(min, `nhỏ nhất là ${min}`)
    .max(max, `lớn nhất là ${max}`);

const shortText = z
  .string()
  .refine((value) => value.length <= MAX_CAPTION || [...value].length <= MAX_CAPTION, 'dài quá 1.000 ký tự');

const link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z
      .string()
      .refine(isSafeAddress, 'địa chỉ không hợp lệ; chỉ nhận http://, https://, mailto:, tel:, /… hoặc #…'),
  }),
});

const mark = z.discriminatedUnion(
  'type',
  [
    link,
    z.strictObject({ type: z.literal('bold') }),
    z.strictObject({ type: z.literal('italic') }),
    z.strictObject({ type: z.literal('underline') }),
    z.strictObject({ type: z.literal('subscript') }),
    z.strictObject({ type: z.literal('superscript') }),
  ],
  only(ACCEPTED.marks),
);

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1, 'chữ không được rỗng'),
  marks: z
    .array(mark)
    .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length, 'mỗi kiểu chữ chỉ dùng một lần')
    .optional(),
});

const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
const inline = z.array(z.discriminatedUnion('type', [text, hardBreak], only(ACCEPTED.inline))).optional();

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline });

const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.literal([2, 3, 4], only('cấp 2, 3 hoặc 4')) }),
  content: inline,
});

const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(listItem).min(1, 'cần ít nhất một mục');
  },
});

const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: wholeNumber(-999_999, 999_999) }),
  get content() {
    return z.array(listItem).min(1, 'cần ít nhất một mục');
  },
});

const flow = z.discriminatedUnion('type', [paragraph, bulletList, orderedList], only(ACCEPTED.flow));

const listItem = z.strictObject({
  type: z.literal('listItem', only('mục danh sách')),
  get content() {
    return z.tuple([paragraph], flow);
  },
});

const oneOrMoreFlow = z.array(flow).min(1, 'cần ít nhất một đoạn văn');

const blockquote = z.strictObject({ type: z.literal('blockquote'), content: oneOrMoreFlow });

const cellAttrs = z.strictObject({ colspan: wholeNumber(1, 100), rowspan: wholeNumber(1, 100) });
const tableCell = z.strictObject({ type: z.literal('tableCell'), attrs: cellAttrs, content: oneOrMoreFlow });
const tableHeader = z.strictObject({ type: z.literal('tableHeader'), attrs: cellAttrs, content: oneOrMoreFlow });
const tableRow = z.strictObject({
  type: z.literal('tableRow', only('hàng')),
  content: z.array(z.discriminatedUnion('type', [tableCell, tableHeader], only('ô'))).optional(),
});
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1, 'cần ít nhất một hàng') });

const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z
    .strictObject({
      file: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,64}$/, 'mã tệp (documentId) không hợp lệ')
        .nullable(),
      caption: shortText,
      credit: shortText,
      alt: shortText.nullable(),
      decorative: z.boolean(),
    })
    .refine((attrs) => !attrs.decorative || attrs.alt === null, 'hình chỉ để trang trí thì không có mô tả'),
});

const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });

const block = z.discriminatedUnion(
  'type',
  [paragraph, heading, bulletList, orderedList, blockquote, table, figure, horizontalRule],
  only(ACCEPTED.blocks),
);

/** The closed schema of a body: the one definition from which the types come and against which every write is checked. */
export const bodySchema = z.strictObject({
  type: z.literal('doc', only('tài liệu có type là "doc"')),
  content: z.array(block).min(1, 'cần ít nhất một khối'),
});

export type Body = z.infer<typeof bodySchema>;
export type Block = z.infer<typeof block>;
export type Flow = z.infer<typeof flow>;
export type Inline = NonNullable<z.infer<typeof inline>>[number];
export type Mark = z.infer<typeof mark>;
export type List = z.infer<typeof bulletList> | z.infer<typeof orderedList>;
export type ListItem = z.infer<typeof listItem>;
export type Table = z.infer<typeof table>;
export type TableRow = z.infer<typeof tableRow>;
export type Figure = z.infer<typeof figure>;
