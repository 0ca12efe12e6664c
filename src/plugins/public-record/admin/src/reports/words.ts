import { useIntl } from 'react-intl';

/** The words of the forms of reports. */
const vi = {
  periodKind: 'Loại kỳ',
  month: 'Tháng',
  quarter: 'Quý',
  year: 'Năm',

  field: 'Lĩnh vực',
  wholeOffice: 'Toàn cơ quan',
  total: 'Tổng số',
  receivedGroup: 'Tiếp nhận',
  received: 'Trong kỳ',
  receivedOnline: 'Trực tuyến',
  receivedInPerson: 'Trực tiếp, bưu chính',
  carriedOver: 'Kỳ trước chuyển sang',
  resolvedGroup: 'Đã giải quyết',
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Quá hạn',
  pendingGroup: 'Đang giải quyết',
  inTime: 'Trong hạn',
  overdue: 'Quá hạn',
  returned: 'Trả lại, rút',
  sent: 'Văn bản gửi',
  documentsReceived: 'Văn bản nhận',
  digitallySigned: 'Ký số',
  processedOnTime: 'Xử lý đúng hạn',

  cell: '{column}, {row}',
  row: 'dòng {number}',
  sums: 'Cộng',
  last: 'Kỳ trước ({period})',
  noLast: 'Chưa có báo cáo {period} để đối chiếu.',
  lastFailed: 'Chưa tải được số liệu kỳ trước.',
  takeFields: 'Lấy các lĩnh vực của kỳ trước',
  addRow: 'Thêm dòng',
  removeRow: 'Xóa {row}',
  removed: 'Đã xóa {row}.',
  keys: 'Enter: xuống dòng dưới. Ctrl+Delete: xóa dòng. Có thể dán các ô chép từ bảng tính.',
  grid: 'Bảng số liệu',
  wide: 'Toàn màn hình',
  onTimeShare: 'Đúng hạn {share}%',
  onlineShare: 'trực tuyến {share}%',
  signedShare: 'ký số {share}%',
  differs: '“Kỳ trước chuyển sang” là {carriedOver}, nhưng kỳ trước còn {pending}: lệch {by}.',
  differsIn: 'Lĩnh vực “{field}”: “Kỳ trước chuyển sang” là {carriedOver}, nhưng kỳ trước còn {pending}: lệch {by}.',

  noCorrection: 'Chỉ ghi khi sửa số liệu đã công bố. Báo cáo này chưa công bố lần nào.',
  corrections: 'Đã đính chính',

  gaps: 'Báo cáo còn thiếu',
  gapsHint: 'Cơ quan nào chưa công bố số liệu của kỳ nào, và số quý, số năm không bằng tổng các kỳ trong đó.',
  gapsFailed: 'Chưa tải được danh sách. Hãy tải lại trang.',
  reportKind: 'Loại báo cáo',
  period: 'Kỳ báo cáo',
  'procedure-progress': 'Giải quyết thủ tục hành chính',
  'document-exchange': 'Gửi nhận văn bản',
  unreported: 'Chưa công bố {period}: {count} cơ quan',
  allReported: 'Không cơ quan nào còn thiếu {period}.',
  openDraft: 'Mở bản nháp',
  enter: 'Nhập báo cáo',
  unequal: 'Số liệu năm {year} không bằng tổng các kỳ trong đó: {count} báo cáo',
  allEqual: 'Không số liệu nào của năm {year} lệch với tổng các kỳ trong đó.',
  offMonths: '“{count}” là {whole}, nhưng tính từ các tháng là {sum}: lệch {by}.',
  offQuarters: '“{count}” là {whole}, nhưng tính từ các quý là {sum}: lệch {by}.',
} satisfies Record<string, string>;

export type ReportWord = keyof typeof vi;

const en: Record<ReportWord, string> = {
  periodKind: 'Kind of period',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',

  field: 'Field',
  wholeOffice: 'The whole office',
  total: 'Total',
  receivedGroup: 'Received',
  received: 'In the period',
  receivedOnline: 'Online',
  receivedInPerson: 'In person, by post',
  carriedOver: 'Carried over',
  resolvedGroup: 'Resolved',
  early: 'Early',
  onTime: 'On time',
  late: 'Late',
  pendingGroup: 'Pending',
  inTime: 'In time',
  overdue: 'Overdue',
  returned: 'Returned',
  sent: 'Sent',
  documentsReceived: 'Received',
  digitallySigned: 'Digitally signed',
  processedOnTime: 'Processed on time',

  cell: '{column}, {row}',
  row: 'row {number}',
  sums: 'Sum',
  last: 'Last period ({period})',
  noLast: 'There is no report of {period} to compare with.',
  lastFailed: 'The figures of the last period could not be loaded.',
  takeFields: 'Take the fields of the last period',
  addRow: 'Add a row',
  removeRow: 'Delete {row}',
  removed: 'Deleted {row}.',
  keys: 'Enter: the row below. Ctrl+Delete: delete the row. Cells copied from a spreadsheet can be pasted.',
  grid: 'Figures',
  wide: 'Full screen',
  onTimeShare: 'On time {share}%',
  onlineShare: 'online {share}%',
  signedShare: 'digitally signed {share}%',
  differs: '{carriedOver} are carried over, but the last period left {pending}: {by} apart.',
  differsIn: 'Field “{field}”: {carriedOver} are carried over, but the last period left {pending}: {by} apart.',

  noCorrection: 'Only for changes of published figures. This report has never been published.',
  corrections: 'Corrections so far',

  gaps: 'Missing reports',
  gapsHint:
    'Which agencies have not published which period, and quarters and years that are not the sums of their parts.',
  gapsFailed: 'The list could not be loaded. Reload the page.',
  reportKind: 'Kind of report',
  period: 'Period',
  'procedure-progress': 'Processing of procedures',
  'document-exchange': 'Exchange of documents',
  unreported: 'Not published for {period}: {count} agencies',
  allReported: 'No agency is missing for {period}.',
  openDraft: 'Open the draft',
  enter: 'Enter a report',
  unequal: 'Figures of {year} that are not the sums of their parts: {count} reports',
  allEqual: 'No figure of {year} differs from the sum of its parts.',
  offMonths: '“{count}” is {whole}, but {sum} by the months: {by} apart.',
  offQuarters: '“{count}” is {whole}, but {sum} by the quarters: {by} apart.',
};

export type SayReport = (word: ReportWord, values?: Record<string, string | number>) => string;

/** The language of reports in a language of the panel: Vietnamese, and English for every other. */
export const reportLanguage = (locale: string): 'vi' | 'en' => (/^vi\b/.test(locale) ? 'vi' : 'en');

/** In a language of the panel. */
export const reportWordsIn = (locale: string): Record<ReportWord, string> => ({ vi, en })[reportLanguage(locale)];

/** In the panel's language: Vietnamese, and English for every other. */
export function useReportWords(): SayReport {
  const words = reportWordsIn(useIntl().locale);
  return (word, values = {}) => words[word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
