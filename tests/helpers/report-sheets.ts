import { type WrittenCell, type WrittenSheet, xlsx } from './xlsx';
import { periodText, type ReportRow } from '../../src/reports';
import { csvSheet, readSpreadsheet } from '../../src/spreadsheets';
import { AgencyNames, type KnownAgency } from '../../src/plugins/public-record/server/src/report-import/agency-names';
import { type ReadFile, readReports } from '../../src/plugins/public-record/server/src/report-import/read-reports';
import type { Defaults } from '../../src/plugins/public-record/server/src/report-import/table-context';

/** An agency as imports know it. */
export const agency = (slug: string, name: string, more: Partial<KnownAgency> = {}): KnownAgency => ({
  ...{ documentId: slug, slug, name, shortName: null, parent: null, foundedOn: null, dissolvedOn: null },
  ...more,
});
const province = agency('ubnd-tinh', 'Ủy ban nhân dân tỉnh Thanh Hóa', { shortName: 'UBND tỉnh' });
export const home = agency('so-noi-vu', 'Sở Nội vụ', { parent: 'ubnd-tinh' });
const building = agency('so-xay-dung', 'Sở Xây dựng', { parent: 'ubnd-tinh', shortName: 'SXD' });
const communes = ['a', 'b'].map((at) => agency(`hoa-loc-${at}`, 'UBND xã Hòa Lộc', { parent: at === 'a' ? 'so-noi-vu' : 'so-xay-dung' })); // prettier-ignore
export const agencies = new AgencyNames([province, home, building, ...communes]);

export const NOTHING: Defaults = { agency: null, period: null };
export const read = async (sheets: WrittenSheet[], defaults = NOTHING): Promise<ReadFile> =>
  readReports(await readSpreadsheet(xlsx(sheets)), agencies, defaults);
export const readCsv = (text: string, defaults = NOTHING): ReadFile =>
  readReports([csvSheet(text)], agencies, defaults);

export const said = ({ problems }: ReadFile) =>
  problems.map(({ sheet, row, column, problem }) =>
    [sheet, row, column?.split(' ')[0], problem].filter(Boolean).join(' | '),
  );
export const told = ({ reports, problems, notes }: ReadFile) => ({
  reports: reports.map(({ kind, agency, period, rows }) => [kind, agency.slug, periodText(period), rows.map(shortRow)]),
  problems: problems.map(({ problem }) => problem),
  notes,
});
const shortRow = ({ field, ...counts }: ReportRow) => [field, ...Object.entries(counts).map(([name, count]) => `${name} ${count}`)].join(', '); // prettier-ignore

const row = (field: string | null, values: (number | null)[]): string =>
  [field, ...NAMES.map((name, at) => `${name} ${values[at]}`)].join(', ');
const NAMES = ['receivedOnline', 'receivedInPerson', 'carriedOver', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'pendingInTime', 'pendingOverdue', 'returned', 'received']; // prettier-ignore

/** The government's form II.06a, as offices have it: letterhead, title, period, three rows of heads, numbers of columns. */
const FORM_HEAD: WrittenCell[][] = [
  ['UBND TỈNH THANH HÓA', null, null, null, null, null, null, 'Biểu số II.06a/VPCP/KSTT'],
  ['SỞ NỘI VỤ', null, null, null, null, null, null, 'Đơn vị nhận báo cáo: UBND tỉnh'],
  ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC'],
  ['Kỳ báo cáo: Quý III/Năm 2025'],
  ['(Từ ngày 15 tháng 6 năm 2025 đến ngày 14 tháng 9 năm 2025)'],
  [null, null, null, null, null, null, null, 'Đơn vị tính: Số hồ sơ'],
  ['STT', 'Lĩnh vực giải quyết', 'Số lượng hồ sơ tiếp nhận', null, null, null, 'Số lượng hồ sơ đã giải quyết', null, null, null, 'Số lượng hồ sơ đang giải quyết'],
  [null, null, 'Tổng số', 'Trong kỳ', null, 'Từ kỳ trước', 'Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'Tổng số', 'Trong hạn', 'Quá hạn'],
  [null, null, null, 'Trực tuyến', 'Trực tiếp, dịch vụ bưu chính'],
  ['(1)', '(2)', '(3)=(4)+(5)+(6)', '(4)', '(5)', '(6)', '(7)=(8)+(9)+(10)', '(8)', '(9)', '(10)', '(11)=(12)+(13)', '(12)', '(13)'],
]; // prettier-ignore
export const FORM_MERGED = ['A3:M3', 'A4:M4', 'A5:M5', 'A7:A9', 'B7:B9', 'C7:F7', 'G7:J7', 'K7:M7', 'C8:C9', 'D8:E8', 'F8:F9', 'G8:G9', 'H8:H9', 'I8:I9', 'J8:J9', 'K8:K9', 'L8:L9', 'M8:M9']; // prettier-ignore
export const FORM_ROWS: WrittenCell[][] = [
  [1, 'Đất đai', 110, 70, 30, 10, 90, 40, 45, 5, 20, 15, 5],
  [2, 'Hộ tịch', 1234, { xml: ' t="str"><f>"1.200"</f><v>1.200</v></c>' }, 34, 0, 1234, 1000, 234, 0, 0, 0, 0],
];
export const FORM_TOTAL: WrittenCell[] = ['Tổng cộng', null, 1344, 1270, 64, 10, 1324, 1040, 279, 5, 20, 15, 5];
const FORM_FOOT: WrittenCell[][] = [
  [],
  ['Ghi chú: số liệu lấy từ hệ thống một cửa.'],
  [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, null, null, 'Thanh Hóa, ngày 20 tháng 9 năm 2025'],
  [null, 'Lê Văn A', null, null, null, null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
];
export const formRows = [row('Đất đai', [70, 30, 10, 40, 45, 5, 15, 5, 0, 100]), row('Hộ tịch', [1200, 34, 0, 1000, 234, 0, 0, 0, 0, 1234])]; // prettier-ignore
export const form = (rows = [...FORM_ROWS, FORM_TOTAL], more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: 'II.06a',
  rows: [...FORM_HEAD, ...rows, ...FORM_FOOT],
  merged: [...FORM_MERGED, 'A13:B13', 'A15:M15'],
  ...more,
});
export const csvOf = (rows: WrittenCell[][]) =>
  rows.map((cells) => Array.from({ length: 13 }, (_, at) => csvCell(cells[at])).join(';')).join('\r\n');
const csvCell = (cell: WrittenCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'object'
      ? (/<v>(.*)<\/v>/.exec(cell.xml)?.[1] ?? '')
      : `${cell}`;

/** A row a field, with an agency and a period in each. */
export const HEAD = ['STT', 'Cơ quan', 'Kỳ báo cáo', 'Lĩnh vực', 'Tiếp nhận trong kỳ', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp, bưu chính', 'Kỳ trước chuyển sang', 'Giải quyết trước hạn', 'Giải quyết đúng hạn', 'Giải quyết quá hạn', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn', 'Trả lại, rút hồ sơ']; // prettier-ignore
export const good = (name: string, period: WrittenCell, field: string | null = null): WrittenCell[] =>
  [null, name, period, field, 100, 70, 30, 10, 40, 45, 5, 14, 1, 5]; // prettier-ignore
export const counts = '100, receivedOnline 70, receivedInPerson 30, carriedOver 10, resolvedEarly 40, resolvedOnTime 45, resolvedLate 5, pendingInTime 14, pendingOverdue 1, returned 5'; // prettier-ignore
