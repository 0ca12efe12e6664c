import { csvRows } from '../../../../../csv/csv-rows';
import {
  canonicalDocumentNumber,
  DOCUMENT_TYPE_NAMES,
  flatKey,
  foldEth,
  parseTypedDay,
  toNfc,
} from '../../../../../vietnamese';
import { columnOf, COLUMNS, headingOf, type Field } from './columns';

/** A cell because of which the whole list is refused, by its heading, and what is wrong with it, in a sentence. */
export type RefusedCell = { line: number; column: string | null; problem: string };

/** The facts of a line. Days are civil; names, numbers and files are as they were written. */
export type Facts = {
  line: number;
  number: string;
  canonicalNumber: string;
  type: string | null;
  abstract: string;
  agency: string;
  signer: string;
  days: Record<(typeof DAYS)[number], string | null>;
  files: string[];
  fields: string[];
  recipients: string[];
  orderAgency: string;
  replaces: string[];
  amends: string[];
};

/** Each line is a document of the newsroom, with its version, audit entry and files. */
const MOST_LINES = 2_000;

/** As the schema of a directive has it: what a line of the list may be is known before anything is stored. */
const LONGEST = { number: 100, abstract: 2_000, fields: 5_000, recipients: 20_000 } as const;

const DAYS = ['issuedOn', 'effectiveOn', 'expiresOn', 'withdrawnOn', 'orderDeadline'] as const;

type Row = { line: number; cell(field: Field): string };

/** The facts of a list of directives (CSV with the headings of `COLUMNS`, in any order), and what is wrong with it. */
export function readList(csv: string): { facts: Facts[]; refused: RefusedCell[] } {
  const rows = csvRows(csv, MOST_LINES + 2);
  if (!rows) return refusal(1, null, 'Có một dấu ngoặc kép (") chưa đóng: mỗi dấu mở cần một dấu đóng.');
  const [headings, ...lines] = rows;
  if (!headings || lines.length === 0) {
    return refusal(1, null, 'Chưa có văn bản nào: dòng đầu là tên các cột, mỗi dòng sau là một văn bản.');
  }
  if (lines.length > MOST_LINES) {
    const problem = `Danh sách quá dài: nhiều nhất ${MOST_LINES.toLocaleString('vi')} văn bản một lần. Hãy chia ra nhiều lần.`;
    return refusal(lines[MOST_LINES]!.line, null, problem);
  }
  const refused = headingProblems(headings.fields).map((problem) => ({ line: headings.line, ...problem }));
  if (refused.length > 0) return { facts: [], refused };

  const places = new Map(headings.fields.map((heading, place) => [columnOf(heading)?.field, place]));
  const facts = lines.map(({ line, fields }) => {
    const cell = (field: Field): string => toNfc(fields[places.get(field) ?? -1] ?? '');
    if (fields.slice(headings.fields.length).some(Boolean)) {
      refused.push({
        line,
        column: null,
        problem: 'Dòng này có nhiều ô hơn số cột. Ô có dấu phẩy cần đặt trong ngoặc kép.',
      });
    }
    return readFacts({ line, cell }, refused);
  });
  return { facts, refused };
}

const refusal = (line: number, column: string | null, problem: string) => ({
  facts: [],
  refused: [{ line, column, problem }],
});

function headingProblems(headings: string[]): { column: string | null; problem: string }[] {
  const known = headings.map((heading) => columnOf(heading)?.field);
  const unknown = headings.flatMap((heading, place) =>
    known[place] || heading === ''
      ? []
      : [
          {
            column: heading,
            problem: `Không có cột này. Các cột: ${COLUMNS.map(({ heading: one }) => one).join('; ')}.`,
          },
        ],
  );
  const twice = COLUMNS.filter(({ field }) => known.filter((one) => one === field).length > 1);
  const missing = COLUMNS.filter((column) => 'isNeeded' in column && !known.includes(column.field));
  return [
    ...unknown,
    ...twice.map(({ heading }) => ({ column: heading, problem: 'Cột này có hai lần.' })),
    ...missing.map(({ heading }) => ({ column: heading, problem: 'Thiếu cột này.' })),
  ];
}

function readFacts({ line, cell }: Row, refused: RefusedCell[]): Facts {
  const refuse = (field: Field, problem: string) => void refused.push({ line, column: headingOf(field), problem });
  for (const column of COLUMNS) {
    if ('isNeeded' in column && cell(column.field) === '') refuse(column.field, 'Ô này còn trống.');
  }
  const number = foldEth(cell('number'));
  const [fields, recipients] = [itemsOf(cell('fields')), itemsOf(cell('recipients'))];
  const stored = { number, abstract: cell('abstract'), fields: fields.join('\n'), recipients: recipients.join('\n') };
  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if (stored[field].length > longest) refuse(field, `Dài quá ${longest.toLocaleString('vi')} ký tự.`);
  }
  const type = typeOf(cell('type'));
  if (type === undefined) refuse('type', `Không có loại “${cell('type')}”: ghi ký hiệu (CT) hoặc tên (Chỉ thị).`);
  const day = (field: (typeof DAYS)[number]): string | null => {
    if (cell(field) === '') return null;
    const typed = parseTypedDay(cell(field));
    if ('day' in typed) return typed.day;
    refuse(field, `Không đọc được ngày “${cell(field)}”: ghi ngày/tháng/năm, ví dụ 05/07/2023.`);
    return null;
  };
  return {
    line,
    number,
    canonicalNumber: canonicalDocumentNumber(number),
    type: type ?? null,
    abstract: cell('abstract'),
    agency: cell('agency'),
    signer: cell('signer'),
    days: Object.fromEntries(DAYS.map((field) => [field, day(field)])) as Facts['days'],
    files: itemsOf(cell('files')),
    fields,
    recipients,
    orderAgency: cell('orderAgency'),
    replaces: itemsOf(cell('replaces')),
    amends: itemsOf(cell('amends')),
  };
}

/** The abbreviation of a type by it or by its name; null without one, undefined for an unknown one. */
function typeOf(text: string): string | null | undefined {
  if (text === '') return null;
  const types = Object.entries(DOCUMENT_TYPE_NAMES);
  const known =
    types.find(([type]) => type === foldEth(text)) ?? types.find(([, { vi }]) => flatKey(vi) === flatKey(text));
  return known?.[0];
}

/** Items of a cell, parted by semicolons or lines, each once. */
const itemsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
];
