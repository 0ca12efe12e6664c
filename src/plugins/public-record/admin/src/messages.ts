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
  'reports.title': 'Nhập số liệu',
  'reports.subtitle':
    'Giải quyết TTHC và gửi nhận văn bản, từ bảng tính: tất cả thành bản nháp, hoặc chưa báo cáo nào.',
  'reports.template': 'Tải tệp mẫu (.xlsx)',
  'reports.noTemplate': 'Chưa tải được tệp mẫu. Hãy thử lại.',
  'reports.period': 'Kỳ báo cáo',
  'reports.periodHint': 'Cho tệp mẫu, và khi tệp hay các ô dán không ghi kỳ.',
  'reports.asInFile': 'Như tệp ghi',
  'reports.agency': 'Cơ quan, khi tệp không ghi',
  'reports.choose': 'Chọn tệp .xlsx hoặc .csv',
  'reports.paste': 'Hoặc dán các ô đã chép từ bảng tính',
  'reports.pasteHint': 'Chép cả các dòng tiêu đề của bảng; cả biểu II.06a cũng đọc được.',
  'reports.check': 'Kiểm tra các ô đã dán',
  'reports.reading': 'Đang kiểm tra…',
  'reports.writing': 'Đang ghi…',
  'reports.progress': 'Đã ghi {done}/{all} báo cáo.',
  'reports.tooLarge': 'Tệp quá lớn: nhiều nhất 4 MB.',
  'reports.ready':
    'Đọc được {rows} dòng số liệu. Sẽ tạo {created} báo cáo, sửa {changed}, giữ nguyên {unchanged}. Chưa ghi gì.',
  'reports.do': 'Nhập {all} báo cáo',
  'reports.done': 'Đã tạo {created} báo cáo, sửa {changed}, giữ nguyên {unchanged}: đều là bản nháp chờ duyệt.',
  'reports.nothing': 'Không có gì thay đổi: cả {unchanged} báo cáo đã có đúng số liệu này.',
  'reports.willChange': 'Sẽ sửa:',
  'reports.changed': 'Đã sửa:',
  'reports.refused': 'Chưa nhập báo cáo nào. Hãy sửa các chỗ sau rồi nhập lại:',
  'reports.moreProblems': '… và {more} lỗi khác.',
  'reports.notes': 'Lưu ý',
  'reports.sheet': 'Trang “{sheet}”',
  'reports.row': 'Dòng {row}',
  'reports.column': 'Cột {column}',
  'reports.openProcedures': 'Xem các báo cáo giải quyết TTHC',
  'reports.openExchange': 'Xem các báo cáo gửi nhận văn bản',
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
  'reports.title': 'Import figures',
  'reports.subtitle':
    'Progress of procedures and exchange of documents, from a spreadsheet: all reports become drafts, or none does.',
  'reports.template': 'Download a template (.xlsx)',
  'reports.noTemplate': 'The template could not be downloaded. Try again.',
  'reports.period': 'Period',
  'reports.periodHint': 'For the template, and where the file or the pasted cells do not name one.',
  'reports.asInFile': 'As the file says',
  'reports.agency': 'Agency, where the file does not name one',
  'reports.choose': 'Choose an .xlsx or .csv file',
  'reports.paste': 'Or paste cells that you copied from a spreadsheet',
  'reports.pasteHint': 'Copy the rows of headings too; form II.06a is read as it is.',
  'reports.check': 'Check the pasted cells',
  'reports.reading': 'Checking…',
  'reports.writing': 'Writing…',
  'reports.progress': '{done} of {all} reports written.',
  'reports.tooLarge': 'The file is too large: 4 MB at most.',
  'reports.ready':
    '{rows} rows of figures. {created} reports will be created, {changed} changed, {unchanged} stay as they are. Nothing is written yet.',
  'reports.do': 'Import {all} reports',
  'reports.done':
    '{created} reports were created, {changed} changed, {unchanged} stay as they were: all are drafts to approve.',
  'reports.nothing': 'Nothing changes: all {unchanged} reports have these figures.',
  'reports.willChange': 'Will change:',
  'reports.changed': 'Changed:',
  'reports.refused': 'Nothing was imported. Correct these places, then import again:',
  'reports.moreProblems': '… and {more} more.',
  'reports.notes': 'Notes',
  'reports.sheet': 'Sheet “{sheet}”',
  'reports.row': 'Row {row}',
  'reports.column': 'Column {column}',
  'reports.openProcedures': 'Show the reports of procedures',
  'reports.openExchange': 'Show the reports of exchanged documents',
};

/** In a language of the panel. */
export const messagesIn = (locale: string): typeof vi => (/^vi\b/.test(locale) ? vi : en);

/** The words of the plugin's own inputs and pages in the panel's language: Vietnamese, and English for every other. */
export function useMessages() {
  const messages = messagesIn(useIntl().locale);
  return (message: keyof typeof vi, values: Record<string, string | number> = {}): string =>
    messages[message].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
