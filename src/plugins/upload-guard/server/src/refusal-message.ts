import { type Options } from './config';
import { type Language } from '../../../../strapi-internals/caller-language';
import { type Family, fileType } from './file-types';
import { type Reason, type RefusedFile } from './refused-file';

type Words = (file: { name: string; detail: string }, limits: Options) => string;

const FAMILIES: Record<Language, Record<Family, string>> = {
  vi: { picture: 'ảnh', document: 'văn bản', recording: 'âm thanh, video' },
  en: { picture: 'pictures', document: 'documents', recording: 'sound and video' },
};

/** The kinds that are accepted, as a person reads them. */
function accepted(limits: Options, language: Language): string {
  const kinds = limits.fileTypes.map(fileType);
  return Object.entries(FAMILIES[language])
    .map(([family, word]) => [word, kinds.filter((kind) => kind.family === family).map(({ label }) => label)] as const)
    .filter(([, labels]) => labels.length > 0)
    .map(([word, labels]) => `${word} ${labels.join(', ')}`)
    .join('; ');
}

/** What an editor can do about the kinds that are brought most often and not accepted. */
const ADVICE: Record<Language, [RegExp, string][]> = {
  vi: [
    [/\.svgz?$/i, ' Ảnh SVG có thể mang mã chạy được: hãy xuất thành PNG.'],
    [/\.(?:doc|xls|ppt|rtf)$/i, ' Hãy lưu lại thành PDF, DOCX, XLSX hoặc PPTX.'],
    [/\.(?:bmp|tiff?|heic|heif)$/i, ' Hãy lưu lại thành JPEG hoặc PNG.'],
  ],
  en: [
    [/\.svgz?$/i, ' An SVG picture can carry a script: export it as PNG.'],
    [/\.(?:doc|xls|ppt|rtf)$/i, ' Save it as PDF, DOCX, XLSX or PPTX.'],
    [/\.(?:bmp|tiff?|heic|heif)$/i, ' Save it as JPEG or PNG.'],
  ],
};

const advice = (name: string, language: Language) =>
  ADVICE[language].find(([pattern]) => pattern.test(name))?.[1] ?? '';

const millions = (pixels: number) => String(Math.round(pixels / 100_000) / 10);

const WORDS: Record<Language, Record<Reason, Words>> = {
  vi: {
    unknown: ({ name }, limits) =>
      `nội dung không phải loại tệp được nhận. Chỉ nhận ${accepted(limits, 'vi')}.${advice(name, 'vi')}`,
    ending: ({ detail }) => `đuôi tên tệp không khớp với nội dung, vốn là ${detail}. Hãy đổi lại đuôi cho đúng.`,
    replaced: ({ detail }) =>
      `chỉ thay được bằng một tệp ${detail} như tệp cũ. Tệp loại khác: hãy tải lên thành tệp mới.`,
    broken: (_file, limits) =>
      `tệp hỏng hoặc bị cắt cụt. Hãy mở ra xem rồi lưu lại. Chỉ nhận ${accepted(limits, 'vi')}, còn nguyên vẹn.`,
    foreign: () =>
      'có dữ liệu lạ gắn thêm vào tệp. Chỉ nhận tệp không kèm gì khác: hãy mở ra và lưu lại thành tệp mới.',
    active: () => 'trong tệp có mã lệnh. Chỉ nhận tệp không có mã: hãy mở ra và lưu lại thành tệp mới.',
    macro: () => 'văn bản có macro. Chỉ nhận văn bản không có macro: hãy lưu lại thành PDF, hoặc bỏ macro.',
    bytes: ({ detail }) => `tệp quá nặng. Loại này chỉ nhận đến ${detail}.`,
    pixels: ({ detail }, limits) =>
      `ảnh quá lớn (${detail} điểm ảnh). Chỉ nhận đến ${millions(limits.mostPixels).replace('.', ',')} triệu điểm ảnh, mỗi cạnh đến ${limits.longestSide}.`,
  },
  en: {
    unknown: ({ name }, limits) =>
      `its content is of no accepted kind. Accepted: ${accepted(limits, 'en')}.${advice(name, 'en')}`,
    ending: ({ detail }) => `the ending of its name does not fit its content, which is ${detail}. Correct the ending.`,
    replaced: ({ detail }) =>
      `only a ${detail} file can take the place of the old one. Upload another kind as a new file.`,
    broken: (_file, limits) =>
      `it is broken or cut off. Open it and save it again. Accepted: ${accepted(limits, 'en')}, whole.`,
    foreign: () =>
      'something else is attached to it. Only plain files are accepted: open it and save it as a new file.',
    active: () => 'it holds a script. Only files without one are accepted: open it and save it as a new file.',
    macro: () => 'the document has macros. Only documents without are accepted: save it as PDF, or remove them.',
    bytes: ({ detail }) => `it is too heavy. Files of this kind are accepted up to ${detail}.`,
    pixels: ({ detail }, limits) =>
      `the picture is too large (${detail} pixels). Accepted: up to ${millions(limits.mostPixels)} million pixels, each side up to ${limits.longestSide}.`,
  },
};

/** The panel reads a message as an ICU pattern: what would be a placeholder or a quotation in it must not come from a name. */
const plain = (name: string) => name.replace(/[{}<>'#]/g, '').slice(0, 80);

/** What an editor is told about a refused file. */
export function refusalMessage({ reason, detail }: RefusedFile, name: string, limits: Options, language: Language) {
  const words = WORDS[language][reason]({ name, detail }, limits);
  return language === 'vi' ? `Không nhận tệp “${plain(name)}”: ${words}` : `“${plain(name)}” was refused: ${words}`;
}
