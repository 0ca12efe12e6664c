import createHttpError from 'http-errors';
import type { Language } from '../../../../../strapi-internals/caller-language';

/** Why the body of a request is refused; the API gives it as `details.reason`. */
type BodyRefusal =
  | 'type'
  | 'size'
  | 'levels'
  | 'keys'
  | 'values'
  | 'marks'
  | 'file-size'
  | 'files'
  | 'field-size'
  | 'fields'
  | 'field'
  | 'file-info'
  | 'malformed';

type Message = (detail: string) => string;

const STATUS: Partial<Record<BodyRefusal, number>> = {
  type: 415,
  size: 413,
  'file-size': 413,
  files: 413,
  levels: 413,
  keys: 413,
  values: 413,
  marks: 413,
};

const grouped = (limit: string, language: Language) => Number(limit).toLocaleString(language);

const MESSAGES: Record<Language, Record<BodyRefusal, Message>> = {
  vi: {
    type: (accepted) => `Địa chỉ này không nhận dữ liệu loại đã gửi. Chỉ nhận ${accepted}.`,
    size: (limit) => `Dữ liệu gửi lên quá lớn. Mỗi lần gửi chỉ nhận đến ${limit}.`,
    levels: (limit) => `Dữ liệu gửi lên lồng nhau quá sâu. Mỗi lần gửi chỉ nhận đến ${limit} cấp.`,
    keys: (limit) =>
      `Dữ liệu gửi lên có quá nhiều trường trong một đối tượng. Chỉ nhận đến ${grouped(limit, 'vi')} trường.`,
    values: (limit) =>
      `Dữ liệu gửi lên có quá nhiều giá trị. Mỗi lần gửi chỉ nhận đến ${grouped(limit, 'vi')} giá trị.`,
    marks: (limit) => `Dữ liệu gửi lên có quá nhiều dấu liền nhau. Chỉ nhận đến ${grouped(limit, 'vi')} dấu.`,
    'file-size': (limit) => `Tệp trong trường “files” quá nặng. Mỗi tệp chỉ nhận đến ${limit}.`,
    files: (limit) => `Quá nhiều tệp trong trường “files”. Mỗi lần gửi chỉ nhận đến ${limit} tệp.`,
    'field-size': (limit) => `Trường “fileInfo” quá dài. Chỉ nhận đến ${limit}.`,
    fields: (limit) => `Quá nhiều trường “fileInfo”. Mỗi lần gửi chỉ nhận đến ${limit} trường, mỗi tệp một trường.`,
    field: (name) =>
      `Trường “${name}” không được nhận khi tải tệp lên. Chỉ nhận “files” và “fileInfo”; tệp được gắn vào bài khi lưu bài.`,
    'file-info': (fields) => `Trường “fileInfo” không đọc được. Chỉ nhận một đối tượng JSON với các khóa ${fields}.`,
    malformed: () => 'Dữ liệu gửi lên bị hỏng hoặc bị cắt cụt. Chỉ nhận dữ liệu đúng định dạng: hãy gửi lại.',
  },
  en: {
    type: (accepted) => `This address does not accept a body of this type. Accepted: ${accepted}.`,
    size: (limit) => `The body is too large. Accepted: up to ${limit} in a request.`,
    levels: (limit) => `The body is too deep. Accepted: up to ${limit} levels.`,
    keys: (limit) => `An object in the body has too many keys. Accepted: up to ${grouped(limit, 'en')}.`,
    values: (limit) => `The body has too many values. Accepted: up to ${grouped(limit, 'en')} in a request.`,
    marks: (limit) => `The body has too many combining marks in a row. Accepted: up to ${grouped(limit, 'en')}.`,
    'file-size': (limit) => `A file in the field “files” is too large. Accepted: up to ${limit} each.`,
    files: (limit) => `There are too many files in the field “files”. Accepted: up to ${limit} in a request.`,
    'field-size': (limit) => `The field “fileInfo” is too long. Accepted: up to ${limit}.`,
    fields: (limit) =>
      `There are too many fields “fileInfo”. Accepted: up to ${limit} in a request, one for each file.`,
    field: (name) =>
      `The field “${name}” is not accepted with an upload. Accepted: “files” and “fileInfo”; a file is linked to an article when the article is saved.`,
    'file-info': (fields) => `The field “fileInfo” is not readable. Accepted: a JSON object with the keys ${fields}.`,
    malformed: () => 'The body is broken or cut off. Send it again, well formed.',
  },
};

const IN_FIELD: Record<Language, (field: string, text: string) => string> = {
  vi: (field, text) => `Trường “${field}”: ${uncapitalised(text)}`,
  en: (field, text) => `Field “${field}”: ${uncapitalised(text)}`,
};

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The panel parses a message as an ICU pattern, and a field's name comes from the sender. */
const plain = (detail: string) => detail.replace(/[{}<>'#\p{Cc}]/gu, '').slice(0, 80);

/**
 * Thrown while a body is read; `detail` is what the message names: a limit, a field, the accepted types. `within` is the
 * field of the body that it is about, where it is about one.
 */
export class RefusedBody extends Error {
  constructor(
    readonly reason: BodyRefusal,
    readonly detail = '',
    readonly within = '',
  ) {
    super(`${reason} ${detail}`.trim());
  }

  /** The error that Strapi answers: 413 for a size or a number of files, 415 for a type, otherwise 400. */
  toHttpError(language: Language): Error {
    const text = MESSAGES[language][this.reason](plain(this.detail));
    const message = this.within === '' ? text : IN_FIELD[language](plain(this.within), text);
    return createHttpError(STATUS[this.reason] ?? 400, message, { details: { reason: this.reason } });
  }
}

const MEGABYTE = 1024 * 1024;

/** A size for a message: `6 MB`, `64 kB`. */
export const readableSize = (bytes: number): string =>
  bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${Math.floor(bytes / 1024)} kB`;
