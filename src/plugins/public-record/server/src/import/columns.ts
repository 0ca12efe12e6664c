import { BYTE_ORDER_MARK, csvLine } from '../../../../../csv/write-csv';
import { flatKey } from '../../../../../vietnamese';

/** What a column of the list is, by the attribute that it fills. Headings are the labels of the form. */
export const COLUMNS = [
  { field: 'number', heading: 'Số, ký hiệu', example: '12/CT-UBND', isNeeded: true },
  { field: 'type', heading: 'Loại văn bản', example: 'CT' },
  { field: 'abstract', heading: 'Trích yếu', example: 'Về việc đẩy mạnh cải cách hành chính', isNeeded: true },
  { field: 'agency', heading: 'Cơ quan ban hành', example: 'UBND tỉnh', isNeeded: true },
  { field: 'signer', heading: 'Người ký', example: 'Nguyễn Văn An' },
  { field: 'issuedOn', heading: 'Ngày ban hành', example: '05/07/2023', isNeeded: true },
  { field: 'effectiveOn', heading: 'Ngày có hiệu lực', example: '10/07/2023' },
  { field: 'expiresOn', heading: 'Hiệu lực đến hết ngày', example: '' },
  { field: 'withdrawnOn', heading: 'Ngày thu hồi', example: '' },
  { field: 'files', heading: 'Tệp văn bản', example: '12-ct-ubnd.pdf; phu-luc.pdf', isNeeded: true },
  { field: 'fields', heading: 'Lĩnh vực', example: 'Cải cách hành chính; Nội vụ' },
  { field: 'recipients', heading: 'Nơi nhận', example: 'Các sở, ban, ngành; Lưu: VT' },
  { field: 'orderDeadline', heading: 'Hạn thực hiện', example: '31/12/2023' },
  { field: 'orderAgency', heading: 'Cơ quan được giao', example: 'Sở Nội vụ' },
  { field: 'replaces', heading: 'Thay thế văn bản', example: '05/CT-UBND' },
  { field: 'amends', heading: 'Sửa đổi, bổ sung văn bản', example: '' },
] as const satisfies readonly { field: string; heading: string; example: string; isNeeded?: true }[];

export type Field = (typeof COLUMNS)[number]['field'];

export const headingOf = (field: string): string | null =>
  COLUMNS.find((column) => column.field === field)?.heading ?? null;

/** The column with a heading, whatever its capitals, accents and signs; undefined for an unknown one. */
export function columnOf(heading: string) {
  const key = flatKey(heading);
  return COLUMNS.find((column) => flatKey(column.heading) === key);
}

/** A list with its headings and one line as an example, as spreadsheets read it: UTF-8 with a byte order mark. */
export const TEMPLATE = [
  BYTE_ORDER_MARK,
  csvLine(COLUMNS.map(({ heading }) => heading)),
  csvLine(COLUMNS.map(({ example }) => example)),
].join('');
