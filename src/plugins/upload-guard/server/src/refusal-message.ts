import type { Language } from '../../../../strapi-internals/caller-language';
import type { Options } from './config';
import { type FileType, fileTypeOf } from './file-types';
import type { RefusalReason, RefusedFile } from './refused-file';

type Message = (file: { name: string; detail: string }, limits: Options) => string;

const FAMILIES: Record<Language, Record<FileType['family'], string>> = {
  vi: { picture: 'ảnh', document: 'văn bản', recording: 'âm thanh, video' },
  en: { picture: 'pictures', document: 'documents', recording: 'sound and video' },
};

/** The accepted file types, by family, for a message. */
function accepted(limits: Options, language: Language): string {
  const types = limits.fileTypes.map(fileTypeOf);
  return Object.entries(FAMILIES[language])
    .map(([family, name]) => [name, types.filter((type) => type.family === family).map(({ label }) => label)] as const)
    .filter(([, labels]) => labels.length > 0)
    .map(([name, labels]) => `${name} ${labels.join(', ')}`)
    .join('; ');
}

/** What an editor can do about the file types that are not accepted and sent most often, by the ending of the name or of the content. */
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

const MESSAGES: Record<Language, Record<RefusalReason, Message>> = {
  vi: {
    unknown: ({ name, detail }, limits) =>
      `nội dung không phải loại tệp được nhận. Chỉ nhận ${accepted(limits, 'vi')}.${advice(detail || name, 'vi')}`,
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
    unknown: ({ name, detail }, limits) =>
      `its content is of no accepted kind. Accepted: ${accepted(limits, 'en')}.${advice(detail || name, 'en')}`,
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

/** The panel parses a message as an ICU pattern, so a file name must not bring placeholders or quotation marks into it. */
const plain = (name: string) => name.replace(/[{}<>'#]/g, '').slice(0, 80);

/** The message for the editor about a refused file. */
export function refusalMessage({ reason, detail }: RefusedFile, name: string, limits: Options, language: Language) {
  const message = MESSAGES[language][reason]({ name, detail }, limits);
  return language === 'vi' ? `Không nhận tệp “${plain(name)}”: ${message}` : `“${plain(name)}” was refused: ${message}`;
}
