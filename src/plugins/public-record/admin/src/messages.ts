import { useIntl } from 'react-intl';

const vi = {
  find: 'Tìm theo số, ký hiệu',
  none: 'Không có văn bản đã xuất bản nào có số, ký hiệu như vậy.',
  remove: 'Bỏ {number}',
  unpublished: 'Văn bản chưa xuất bản',
  draft: 'bản nháp',
  failed: 'Chưa tìm được văn bản. Hãy thử lại.',
  'import.title': 'Nhập văn bản',
  'import.subtitle':
    'Một tệp CSV ghi các văn bản, cùng các tệp PDF của chúng: tất cả thành bản nháp, hoặc chưa văn bản nào.',
  'import.template': 'Tải tệp CSV mẫu',
  'import.choose': 'Chọn tệp CSV và các tệp văn bản',
  'import.oneList': 'Hãy chọn đúng một tệp .csv, cùng lúc với các tệp văn bản.',
  'import.notUtf8': 'Tệp CSV không phải văn bản UTF-8: hãy lưu lại ở dạng CSV UTF-8.',
  'import.ready': 'Sẽ tạo {created} bản nháp; {existing} văn bản đã có, giữ nguyên.',
  'import.do': 'Nhập {created} văn bản',
  'import.done': 'Đã tạo {created} bản nháp; {existing} văn bản đã có, giữ nguyên.',
  'import.nothing': 'Không có gì thay đổi: cả {existing} văn bản đã có.',
  'import.refused': 'Chưa nhập văn bản nào. Hãy sửa các ô sau rồi chọn lại tệp:',
  'import.cell': 'Dòng {line}, cột “{column}”: {problem}',
  'import.line': 'Dòng {line}: {problem}',
  'import.open': 'Xem các văn bản',
};

const en: typeof vi = {
  find: 'Find by number',
  none: 'No published document has such a number.',
  remove: 'Remove {number}',
  unpublished: 'A document that is not published',
  draft: 'draft',
  failed: 'The search failed. Try again.',
  'import.title': 'Import directives',
  'import.subtitle':
    'A CSV with the facts of directives, and their PDF files: all of them become drafts, or none does.',
  'import.template': 'Download a CSV template',
  'import.choose': 'Choose the CSV and the files',
  'import.oneList': 'Choose exactly one .csv file, together with the files that it names.',
  'import.notUtf8': 'The CSV is not UTF-8 text: save it as CSV UTF-8.',
  'import.ready': '{created} drafts will be created; {existing} directives are there and stay as they are.',
  'import.do': 'Import {created} directives',
  'import.done': '{created} drafts were created; {existing} directives were there and stay as they are.',
  'import.nothing': 'Nothing changes: all {existing} directives are there.',
  'import.refused': 'Nothing was imported. Correct these cells, then choose the files again:',
  'import.cell': 'Line {line}, column “{column}”: {problem}',
  'import.line': 'Line {line}: {problem}',
  'import.open': 'Show the directives',
};

/** In a language of the panel. */
export const messagesIn = (locale: string): typeof vi => (/^vi\b/.test(locale) ? vi : en);

/** The words of the plugin's own inputs and pages in the panel's language: Vietnamese, and English for every other. */
export function useMessages() {
  const messages = messagesIn(useIntl().locale);
  return (message: keyof typeof vi, values: Record<string, string | number> = {}): string =>
    messages[message].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
