import { type WrittenCell, type WrittenSheet, xlsx } from '../../../../../../tests/helpers/xlsx';
import { parsePeriod, periodText, type ReportRow } from '../../../../../reports';
import { csvSheet, readSpreadsheet } from '../../../../../spreadsheets';
import { AgencyNames, type KnownAgency } from './agency-names';
import { type ReadFile, readReports } from './read-reports';
import type { Defaults } from './table-context';

const agency = (slug: string, name: string, more: Partial<KnownAgency> = {}): KnownAgency => ({
  ...{ documentId: slug, slug, name, shortName: null, parent: null, foundedOn: null, dissolvedOn: null },
  ...more,
});
const province = agency('ubnd-tinh', 'Ủy ban nhân dân tỉnh Thanh Hóa', { shortName: 'UBND tỉnh' });
const home = agency('so-noi-vu', 'Sở Nội vụ', { parent: 'ubnd-tinh' });
const building = agency('so-xay-dung', 'Sở Xây dựng', { parent: 'ubnd-tinh', shortName: 'SXD' });
const communes = ['a', 'b'].map((at) => agency(`hoa-loc-${at}`, 'UBND xã Hòa Lộc', { parent: at === 'a' ? 'so-noi-vu' : 'so-xay-dung' })); // prettier-ignore
const agencies = new AgencyNames([province, home, building, ...communes]);

const NOTHING: Defaults = { agency: null, period: null };
const read = async (sheets: WrittenSheet[], defaults = NOTHING): Promise<ReadFile> =>
  readReports(await readSpreadsheet(xlsx(sheets)), agencies, defaults);
const readCsv = (text: string, defaults = NOTHING): ReadFile => readReports([csvSheet(text)], agencies, defaults);

const said = ({ problems }: ReadFile) =>
  problems.map(({ sheet, row, column, problem }) =>
    [sheet, row, column?.split(' ')[0], problem].filter(Boolean).join(' | '),
  );
const told = ({ reports, problems, notes }: ReadFile) => ({
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
const FORM_MERGED = ['A3:M3', 'A4:M4', 'A5:M5', 'A7:A9', 'B7:B9', 'C7:F7', 'G7:J7', 'K7:M7', 'C8:C9', 'D8:E8', 'F8:F9', 'G8:G9', 'H8:H9', 'I8:I9', 'J8:J9', 'K8:K9', 'L8:L9', 'M8:M9']; // prettier-ignore
const FORM_ROWS: WrittenCell[][] = [
  [1, 'Đất đai', 110, 70, 30, 10, 90, 40, 45, 5, 20, 15, 5],
  [2, 'Hộ tịch', 1234, { xml: ' t="str"><f>"1.200"</f><v>1.200</v></c>' }, 34, 0, 1234, 1000, 234, 0, 0, 0, 0],
];
const FORM_TOTAL: WrittenCell[] = ['Tổng cộng', null, 1344, 1270, 64, 10, 1324, 1040, 279, 5, 20, 15, 5];
const FORM_FOOT: WrittenCell[][] = [
  [],
  ['Ghi chú: số liệu lấy từ hệ thống một cửa.'],
  [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, null, null, 'Thanh Hóa, ngày 20 tháng 9 năm 2025'],
  [null, 'Lê Văn A', null, null, null, null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
];
const formRows = [row('Đất đai', [70, 30, 10, 40, 45, 5, 15, 5, 0, 100]), row('Hộ tịch', [1200, 34, 0, 1000, 234, 0, 0, 0, 0, 1234])]; // prettier-ignore
const form = (rows = [...FORM_ROWS, FORM_TOTAL], more: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: 'II.06a',
  rows: [...FORM_HEAD, ...rows, ...FORM_FOOT],
  merged: [...FORM_MERGED, 'A13:B13', 'A15:M15'],
  ...more,
});
const csvOf = (rows: WrittenCell[][]) =>
  rows.map((cells) => Array.from({ length: 13 }, (_, at) => csvCell(cells[at])).join(';')).join('\r\n');
const csvCell = (cell: WrittenCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'object'
      ? (/<v>(.*)<\/v>/.exec(cell.xml)?.[1] ?? '')
      : `${cell}`;

/** A row a field, with an agency and a period in each. */
const HEAD = ['STT', 'Cơ quan', 'Kỳ báo cáo', 'Lĩnh vực', 'Tiếp nhận trong kỳ', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp, bưu chính', 'Kỳ trước chuyển sang', 'Giải quyết trước hạn', 'Giải quyết đúng hạn', 'Giải quyết quá hạn', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn', 'Trả lại, rút hồ sơ']; // prettier-ignore
const good = (name: string, period: WrittenCell, field: string | null = null): WrittenCell[] =>
  [null, name, period, field, 100, 70, 30, 10, 40, 45, 5, 14, 1, 5]; // prettier-ignore
const counts = '100, receivedOnline 70, receivedInPerson 30, carriedOver 10, resolvedEarly 40, resolvedOnTime 45, resolvedLate 5, pendingInTime 14, pendingOverdue 1, returned 5'; // prettier-ignore

describe("the government's form", () => {
  it.each([
    ['with merged heads', () => read([form()])],
    ['without them', () => read([form(undefined, { merged: [] })])],
    ['as CSV', async () => readCsv(csvOf(form().rows as WrittenCell[][]))],
    ['with its total first', () => read([form([FORM_TOTAL, ...FORM_ROWS], { merged: FORM_MERGED })])],
  ])('is read %s: totals checked, notes and signatures left out', async (_how, file) => {
    expect(told(await file())).toEqual({
      reports: [['procedure-progress', 'so-noi-vu', '2025-Q3', formRows]],
      problems: [],
      notes: [],
    });
  });

  it('is refused where totals are not those of its cells', async () => {
    const [first, second] = FORM_ROWS as [WrittenCell[], WrittenCell[]];
    const wrong = (at: number, value: number, cells: WrittenCell[]) =>
      cells.map((cell, index) => (index === at ? value : cell));
    expect(said(await read([form([wrong(2, 100, first), second, FORM_TOTAL])]))).toEqual([
      'II.06a | 11 | C | Ô này là 100, nhưng cộng các cột thành phần được 110: lệch 10.',
    ]);
    expect(said(await read([form([first, second, wrong(3, 1271, FORM_TOTAL)])]))).toEqual([
      'II.06a | 13 | D | Dòng tổng ghi 1.271, nhưng cộng các dòng được 1.270: lệch 1.',
    ]);
    expect(said(await read([form([wrong(11, 14, first), second])]))).toEqual([
      'II.06a | 11 | F | Tiếp nhận trong kỳ cộng kỳ trước chuyển sang là 110, nhưng đã giải quyết (90) cộng đang giải quyết (19) cộng trả lại, rút (0) là 109: lệch 1.',
      'II.06a | 11 | K | Ô này là 20, nhưng cộng các cột thành phần được 19: lệch 1.',
    ]);
  });

  it('is never read by its total of what came in', async () => {
    const rows = form().rows!.map((cells) => cells.filter((_, at) => at !== 3 && at !== 4));
    const file = await read([{ rows }]);
    expect(said(file)[0]).toContain('Thiếu cột “Tiếp nhận trong kỳ”. “Tổng số” tiếp nhận gồm cả kỳ trước chuyển sang');
  });

  it('is read with the heads of the form before it', async () => {
    const head: WrittenCell[][] = [
      ['Đơn vị báo cáo:', 'Sở Xây dựng', null, 'Kỳ báo cáo:', 'Tháng 7', 'năm 2025'],
      ['TT', 'Lĩnh vực', 'Số hồ sơ nhận giải quyết', null, null, 'Kết quả giải quyết', null, null, null, null, null, null, 'Ghi chú'],
      [null, null, 'Tổng số', 'Trong đó', null, 'Số hồ sơ đã giải quyết', null, null, null, 'Số hồ sơ đang giải quyết'],
      [null, null, null, 'Số kỳ trước chuyển qua', 'Số mới tiếp nhận', 'Tổng số', 'Trả trước thời hạn', 'Trả đúng thời hạn', 'Trả quá hạn', 'Tổng số', 'Chưa đến hạn', 'Quá hạn'],
      [1, 'Quy hoạch', 12, 2, 10, 9, 3, 5, 1, 3, 2, 1, 'tốt'],
    ]; // prettier-ignore
    expect(told(await read([{ rows: head }]))).toEqual({
      reports: [['procedure-progress', 'so-xay-dung', '2025-07', ['Quy hoạch, carriedOver 2, received 10, resolvedEarly 3, resolvedOnTime 5, resolvedLate 1, pendingInTime 2, pendingOverdue 1, receivedOnline null, receivedInPerson null, returned 0']]], // prettier-ignore
      problems: [],
      notes: ['Trang “Sheet1”: cột không nhập: M “Ghi chú”.'],
    });
  });
});

describe('rows of agencies', () => {
  it('are read from several sheets, by names however they are written', async () => {
    const file = await read([
      { name: 'Tháng 7', rows: [HEAD, good('SỞ NỘI VỤ', '2025-07', 'Đất đai'), good('sxd', 'Tháng 7 năm 2025')] },
      { name: 'Tháng 8', rows: [HEAD, good('UBND tỉnh Thanh Hoá', { xml: ' s="1"><v>45870</v></c>' }), good('UBND xã Hòa Lộc (Sở Nội vụ)', '8/2025')] }, // prettier-ignore
    ]);
    expect(told(file)).toEqual({
      reports: [
        ['procedure-progress', 'so-noi-vu', '2025-07', [`Đất đai, received ${counts}`]],
        ['procedure-progress', 'so-xay-dung', '2025-07', [`, received ${counts}`]],
        ['procedure-progress', 'ubnd-tinh', '2025-08', [`, received ${counts}`]],
        ['procedure-progress', 'hoa-loc-a', '2025-08', [`, received ${counts}`]],
      ],
      problems: [],
      notes: [],
    });
  });

  it('keep the agency of a merged cell, and rows that are not filled in are told', async () => {
    const rows = [HEAD, good('Sở Nội vụ', 'Quý III/2025', 'Đất đai'), good('', 'Quý III/2025', 'Hộ tịch').map((cell, at) => (at === 1 ? null : cell)), [3, 'Sở Xây dựng']]; // prettier-ignore
    const file = await read([{ rows, merged: ['B2:B3'] }]);
    expect(told(file).reports).toEqual([['procedure-progress', 'so-noi-vu', '2025-Q3', [`Đất đai, received ${counts}`, `Hộ tịch, received ${counts}`]]]); // prettier-ignore
    expect(file.notes).toEqual(['Trang “Sheet1”: 1 dòng chưa điền số liệu, không nhập.']);
    expect(said(await read([{ rows }]))).toEqual(['Sheet1 | 3 | B | Ô này còn trống: ghi tên cơ quan ở từng dòng.']);
  });

  it('name agency and period, or have both chosen', async () => {
    const rows = [HEAD.filter((_, at) => at !== 1 && at !== 2), good('', '').filter((_, at) => at !== 1 && at !== 2)];
    const period = { kind: 'month', from: '2025-07-01', to: '2025-07-31' } as const;
    expect(said(await read([{ rows }]))).toEqual([
      expect.stringContaining('Không rõ kỳ báo cáo'),
      'Sheet1 | Không rõ cơ quan: thêm cột “Cơ quan”, hoặc dòng “Đơn vị báo cáo: …” trên bảng.',
    ]);
    const chosen = await read([{ rows }], { agency: home, period });
    expect(told(chosen).reports).toEqual([['procedure-progress', 'so-noi-vu', '2025-07', [`, received ${counts}`]]]);
    const other = await read([{ rows: [['Sở Xây dựng'], ['Tháng 8/2025'], ...rows] }], { agency: home, period });
    expect(said(other)).toEqual([
      'Sheet1 | Kỳ báo cáo trong tệp khác kỳ đã chọn.',
      'Sheet1 | Tệp ghi “Sở Xây dựng”, nhưng cơ quan đã chọn là “Sở Nội vụ”.',
    ]);
  });

  it.each<[string, string[], RegExp]>([
    ['two agencies', ['SỞ NỘI VỤ', 'SỞ XÂY DỰNG', 'Tháng 7/2025'], /nêu nhiều cơ quan/],
    ['two periods', ['SỞ NỘI VỤ', 'Tháng 7/2025', 'Tháng 8/2025'], /nêu nhiều kỳ/],
    ['six months', ['SỞ NỘI VỤ', 'Báo cáo 6 tháng đầu năm 2025'], /Không rõ kỳ/],
    ['a quarter that was not filled in', ['SỞ NỘI VỤ', 'Kỳ báo cáo: Quý…/Năm 2025'], /Không rõ kỳ/],
    ['an agency that is not known', ['Đơn vị báo cáo: Sở Thủy lợi', 'Tháng 7/2025'], /Không có cơ quan “Sở Thủy lợi”/],
    ['an agency of two of a name', ['Đơn vị báo cáo: UBND xã Hòa Lộc', 'Tháng 7/2025'], /Có nhiều cơ quan/],
  ])('are refused under %s', async (_what, lines, problem) => {
    const rows = [...lines.map((line) => [line]), HEAD.filter((_, at) => at !== 1 && at !== 2), good('', '').filter((_, at) => at !== 1 && at !== 2)]; // prettier-ignore
    const problems = said(await read([{ rows }]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('are not taken from a sheet that says another period than its lines', async () => {
    const file = await read([{ ...form(), name: 'Quý II-2025' }]);
    expect(said(file)).toEqual(['Quý II-2025 | Tên trang là quý II/2025 nhưng dòng trên bảng là quý III/2025: hãy sửa cho khớp.']); // prettier-ignore
  });

  it('come once for an agency, a period and a field', async () => {
    const twice = await read([
      { name: 'a', rows: [HEAD, good('Sở Nội vụ', '2025-07', 'Văn hóa')] },
      { name: 'b', rows: [HEAD, good('so-noi-vu', '7/2025', 'VĂN HOÁ')] },
    ]);
    expect(said(twice)).toEqual(['b | 2 | Sở Nội vụ, tháng 7/2025, lĩnh vực “VĂN HOÁ”: đã có ở trang “a”, dòng 2.']);
    const both = await read([{ rows: [HEAD, good('Sở Nội vụ', '2025-07', 'Văn hóa'), good('Sở Nội vụ', '2025-07')] }]);
    expect(said(both)).toEqual(['Sheet1 | 3 | Sở Nội vụ, tháng 7/2025: có nhiều dòng thì mỗi dòng phải ghi lĩnh vực.']);
  });

  it('are at most 5.000', () => {
    const line = (at: number) => `Sở Nội vụ;2025-07;L${at};1;0;0;0;1;0;0;0`;
    const head =
      'Cơ quan;Kỳ;Lĩnh vực;Tiếp nhận trong kỳ;Kỳ trước chuyển sang;Giải quyết trước hạn;Giải quyết đúng hạn;Giải quyết quá hạn;Đang giải quyết trong hạn;Đang giải quyết quá hạn;Trả lại';
    const lines = Array.from({ length: 5_001 }, (_, at) => line(at).replace('1;0;0;0;1;0;0;0', '1;0;0;1;0;0;0;0'));
    const file = readCsv([head, ...lines].join('\n'));
    expect(said(file)).toEqual([expect.stringContaining('5002 | Tệp có quá 5.000 dòng')]);
    // Two sheets, neither of them too long; no cell of the second is read.
    const sheet = (name: string, period: string) => ({ ...csvSheet([head, ...lines.slice(0, 2_501)].join('\n').replaceAll('2025-07', period)), name }); // prettier-ignore
    const two = readReports([sheet('a', '2025-07'), sheet('b', 'x')], agencies, NOTHING);
    expect(said(two)).toContainEqual(expect.stringContaining('b | 2501 | Tệp có quá 5.000 dòng'));
    expect(said(two).join()).not.toContain('Không đọc được kỳ');
  });
});

describe('a column of years alone', () => {
  const head = HEAD.map((heading, at) => (at === 2 ? 'Năm' : heading));
  const file = (above: WrittenCell[][], year: WrittenCell, more: Partial<WrittenSheet> = {}, defaults = NOTHING) =>
    read([{ rows: [...above, head, good('Sở Nội vụ', year)], ...more }], defaults);

  it.each([
    ['a quarter above it', () => file([['Kỳ báo cáo: Quý III/2025']], 2025), '2025-Q3'],
    ['a month that the sheet is named after', () => file([], '2025', { name: 'Tháng 7-2025' }), '2025-07'],
    [
      'the month that was chosen',
      () => file([], 2025, {}, { agency: null, period: parsePeriod('2025-07') }),
      '2025-07',
    ],
    ['nothing else', () => file([['BÁO CÁO NĂM 2024, NĂM 2025']], 2025), '2025'],
  ])('is of %s', async (_what, made, period) => {
    expect(told(await made())).toMatchObject({ reports: [['procedure-progress', 'so-noi-vu', period, [', received ' + counts]]], problems: [] }); // prettier-ignore
  });

  it('is refused where it is of another year, or the lines above are unclear', async () => {
    expect(said(await file([['Kỳ báo cáo: Quý III/2025']], 2024))).toEqual([expect.stringContaining('Năm ở ô này khác kỳ của bảng, là quý III/2025')]); // prettier-ignore
    expect(said(await file([['Kỳ báo cáo: Quý…/Năm 2025']], 2025))).toEqual([expect.stringContaining('Không rõ kỳ')]);
  });
});

describe('the period of a table', () => {
  const head = HEAD.map((heading, at) => (at === 2 ? null : heading));
  const file = (above: WrittenCell[][], more: Partial<WrittenSheet> = {}) =>
    read([{ rows: [...above, head, good('Sở Nội vụ', null)], ...more }]);
  const day = (number: number): WrittenCell => ({ xml: ` s="1"><v>${number}</v></c>` });

  it.each<[string, WrittenCell[][], string | undefined, string]>([
    ['the year above it and the month that the sheet is named after', [['NĂM 2025']], 'Tháng 3', '2025-03'],
    ['the year above it and the month and year of the sheet', [['NĂM 2025']], 'T3-2025', '2025-03'],
    ['its title, whatever its sheet is called', [['THÁNG 3 NĂM 2025']], 'BC tháng (2)', '2025-03'],
    ['a day beside “Kỳ báo cáo”', [['CÔNG KHAI NĂM 2025'], ['Kỳ báo cáo:', day(45839)]], undefined, '2025-07'],
    ['“Kỳ báo cáo” without a word', [['Kỳ báo cáo: 7/2025']], undefined, '2025-07'],
    ['numbers in cells of their own', [['Tháng:', 7, 'Năm:', 2025]], undefined, '2025-07'],
    ['its title, whose date is not filled in', [['Thanh Hóa, ngày     tháng     năm 2025'], ['THÁNG 7 NĂM 2025']], undefined, '2025-07'], // prettier-ignore
  ])('is of %s', async (_what, above, name, period) => {
    const { reports, problems } = await file(above, name === undefined ? {} : { name });
    expect([problems, reports.map((report) => periodText(report.period))]).toEqual([[], [period]]);
  });

  it.each<[string, WrittenCell[][], string | undefined, string]>([
    [
      'a sum since January',
      [['Lũy kế đến tháng 3 năm 2025']],
      undefined,
      'Số liệu là lũy kế (“Lũy kế đến tháng 3 năm 2025”)',
    ],
    ['a sum until March', [['Kết quả đến hết tháng 3 năm 2025']], undefined, 'Không rõ kỳ báo cáo'],
    ['a year that has not ended', [['NĂM 2025'], ['(tính đến ngày 31/3/2025)']], undefined, 'Kỳ là năm 2025 nhưng trên bảng có dòng “(tính đến ngày 31/3/2025)”'], // prettier-ignore
    ['half a year in a sheet’s name', [['NĂM 2025']], '6 tháng', 'Tên trang là “6 tháng” nhưng'],
    ['half a year after “Kỳ báo cáo”', [['NĂM 2025'], ['Kỳ báo cáo: 6T']], undefined, 'Không rõ kỳ báo cáo'],
    ['a date alone', [['Thanh Hóa, ngày … tháng 8 năm 2025']], undefined, 'Không rõ kỳ báo cáo'],
  ])('is refused where it is %s', async (_what, above, name, problem) => {
    expect(said(await file(above, name === undefined ? {} : { name }))).toEqual([expect.stringContaining(problem)]);
  });

  it('is of months in a column and the year above it', async () => {
    const months = HEAD.map((heading, at) => (at === 2 ? 'Tháng' : heading));
    const rows = [['NĂM 2025'], months, good('Sở Nội vụ', 3), good('Sở Nội vụ', 'Tháng 4')];
    const { reports, problems } = await read([{ rows }]);
    expect([problems, reports.map((report) => periodText(report.period))]).toEqual([[], ['2025-03', '2025-04']]);
  });
});

describe('a total over several months', () => {
  const months = [good('Sở Nội vụ', '2025-07'), good('Sở Nội vụ', '2025-08')];
  const total = (...values: number[]): WrittenCell[] => ['Tổng cộng', null, null, null, ...values];

  it.each([
    ['has the first month’s and the last month’s', [200, 140, 60, 10, 80, 90, 10, 14, 1, 10]],
    ['has the sum of them', [200, 140, 60, 20, 80, 90, 10, 28, 2, 10]],
  ])('%s of what is carried over and pending', async (_what, values) => {
    const file = await read([{ rows: [HEAD, ...months, total(...values)] }]);
    expect(file.problems).toEqual([]);
    expect(file.reports).toHaveLength(2);
    expect(file.notes).toEqual(['Trang “Sheet1”: dòng tổng 4 cộng nhiều kỳ nên chưa kiểm tra số chuyển kỳ và số đang giải quyết của dòng ấy.']); // prettier-ignore
  });

  it('is refused where what came in is not the sum, and of one month where anything is not', async () => {
    const wrong = await read([{ rows: [HEAD, ...months, total(201, 140, 60, 10, 80, 90, 10, 14, 1, 10)] }]);
    expect(said(wrong)).toEqual([expect.stringContaining('4 | E | Dòng tổng ghi 201, nhưng cộng các dòng được 200: lệch 1.')]); // prettier-ignore
    const ofMonth = [good('Sở Nội vụ', '2025-07'), good('Sở Xây dựng', '2025-07'), total(200, 140, 60, 20, 80, 90, 10, 28, 1, 10)]; // prettier-ignore
    expect(said(await read([{ rows: [HEAD, ...ofMonth, good('Sở Nội vụ', '2025-08')] }]))).toEqual([
      expect.stringContaining('4 | M | Dòng tổng ghi 1, nhưng cộng các dòng được 2: lệch 1.'),
    ]);
  });
});

describe('an agency of two of a name', () => {
  const closed = agency('so-van-hoa-cu', 'Sở Văn hóa', { dissolvedOn: '2025-03-01' });
  const present = agency('so-van-hoa', 'Sở Văn hóa', { foundedOn: '2025-03-01' });
  const known = new AgencyNames([closed, present]);
  const slugs = async (rows: WrittenCell[][]) => {
    const file = readReports(await readSpreadsheet(xlsx([{ rows }])), known, NOTHING);
    return [file.reports.map((report) => report.agency.slug), said(file)];
  };
  const bare = (period: string) => good('', period).map((cell, at) => (at === 1 ? null : cell));

  it('is the one that was there in the period, in a column and above a table', async () => {
    const both = [good('Sở Văn hóa', '2025-02'), good('SỞ VĂN HOÁ', '2025-04')];
    expect(await slugs([HEAD, ...both])).toEqual([['so-van-hoa-cu', 'so-van-hoa'], []]);
    const head = HEAD.map((heading, at) => (at === 1 ? null : heading));
    expect(await slugs([['SỞ VĂN HÓA'], head, bare('2025-02'), bare('2025-04')])).toEqual([['so-van-hoa-cu', 'so-van-hoa'], []]); // prettier-ignore
    // Both were there in the first quarter; the example is the one that still is.
    expect(await slugs([HEAD, good('Sở Văn hóa', 'Quý I/2025')])).toEqual([[], [expect.stringContaining('ví dụ so-van-hoa.')]]); // prettier-ignore
    expect(known.write(present, parsePeriod('2025-04'))).toBe('Sở Văn hóa');
  });
});

describe('what is hidden', () => {
  const rows = [[...HEAD, 'Ghi chú nội bộ'], [...good('Sở Nội vụ', '2025-07'), 'x'], good('Sở Xây dựng', '2025-07')];
  it('is left out and told: sheets, columns, rows without figures', async () => {
    const file = await read([
      { rows: [...rows, ['', 'chú thích']], hiddenRows: [4], columns: '<col min="15" max="15" hidden="1"/><col min="6" max="7" width="0"/>' }, // prettier-ignore
      { name: 'Nháp', state: 'hidden', rows },
      { name: 'Hướng dẫn', rows: [['Cách ghi'], ['Mỗi dòng một lĩnh vực']] },
    ]);
    expect(told(file).reports.map(([, slug, , written]) => [slug, (written as string[])[0]!.split(', ')[8]])).toEqual([
      ['so-noi-vu', 'returned 5'],
      ['so-xay-dung', 'returned 5'],
    ]);
    expect(file.notes).toEqual([
      'Trang “Nháp” đang ẩn, không được đọc.',
      'Trang “Hướng dẫn” không có bảng số liệu, không được đọc.',
      'Trang “Sheet1”: cột ẩn không được đọc: F “Tiếp nhận trực tuyến”, G “Tiếp nhận trực tiếp, bưu chính”, O “Ghi chú nội bộ”.',
    ]);
  });

  it('is refused by row where it has figures, and by column where it is needed', async () => {
    expect(said(await read([{ rows, hiddenRows: [3] }]))).toEqual([
      'Sheet1 | 3 | Dòng này đang ẩn nhưng có số liệu: hãy hiện dòng để nhập, hoặc xóa dòng.',
    ]);
    expect(said(await read([{ rows, columns: '<col min="8" max="8" hidden="1"/>' }]))).toEqual([
      'Sheet1 | 1 | Thiếu cột “Kỳ trước chuyển sang”. Các cột đang ẩn không được đọc: H “Kỳ trước chuyển sang”.',
    ]);
  });
});

describe('counts', () => {
  const withCount = (cell: WrittenCell, more: Partial<WrittenSheet> = {}) =>
    read([{ rows: [HEAD, good('Sở Nội vụ', '2025-07').map((given, at) => (at === 8 ? cell : given))], ...more }]);

  it.each<[WrittenCell, string]>([
    ['40', ''],
    [' 40\u00a0', ''],
    [40, ''],
    [{ xml: '><f>20*2</f><v>40</v></c>' }, ''],
    [null, 'còn trống: nếu không có thì ghi 0'],
    ['-', '“-” không phải là số: nếu không có thì ghi 0'],
    ['1,5', 'có dấu phẩy, là phần lẻ'],
    ['1.23', '“1.23” không phải là số nguyên: hãy viết như 1234 hoặc 1.234'],
    ['1,234', 'có dấu phẩy'],
    ['0.123', 'không phải là số nguyên'],
    ['040', 'không phải là số nguyên'],
    ['4o', 'không phải là số nguyên'],
    ['không có', 'không phải là số nguyên'],
    ['-5', 'không thể là số âm'],
    ['(5)', 'không thể là số âm'],
    [-5, 'không thể là số âm'],
    ['—', '“—” không phải là số: nếu không có thì ghi 0'],
    ['−5', 'không thể là số âm'],
    [1.5, 'Ô này chứa 1,5, có phần lẻ'],
    [{ xml: ' s="2"><v>1</v></c>' }, 'đang ở dạng phần trăm'],
    [1.234, 'Ô này chứa 1,234, có phần lẻ: cần số nguyên. Nếu là 1.234 thì ghi lại 1234, không có dấu.'],
    [1_000_000_000, 'lớn quá 999.999.999'],
    ['9'.repeat(20), 'không phải là số nguyên'],
    [{ xml: ' s="1"><v>45839</v></c>' }, 'đang ở dạng ngày tháng'],
    [{ xml: ' t="b"><v>1</v></c>' }, 'đúng/sai'],
    [{ xml: ' t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, 'Công thức báo lỗi #DIV/0!'],
    [{ xml: '><f>1+1</f></c>' }, 'Công thức chưa có kết quả'],
  ])('%j: %s', async (cell, problem) => {
    const problems = said(await withCount(cell));
    if (problem === '') expect(problems).toEqual([]);
    else expect(problems).toEqual([expect.stringContaining(problem)]);
    if (problem !== '') expect(problems[0]).toContain('Sheet1 | 2 | I | ');
  });

  it('are read with full stops between thousands', () => {
    const file = readCsv(`${HEAD.map((head) => `"${head}"`).join('\t')}\n${good('Sở Nội vụ', '2025-07').join('\t')}`.replace('\t40\t45\t', '\t1.040\t45\t').replace('\t100\t70\t30\t', '\t1.100\t1.070\t30\t')); // prettier-ignore
    expect(told(file).reports[0]![3]).toEqual([expect.stringContaining('received 1100, receivedOnline 1070')]);
  });

  it('of merged cells are nobody’s', async () => {
    expect(said(await withCount(40, { merged: ['I2:J2'] }))).toEqual([
      expect.stringContaining('| I | Ô này được gộp'),
      expect.stringContaining('| J | Ô này được gộp'),
    ]);
  });
});

describe('columns', () => {
  const without = (at: number) => [HEAD, good('Sở Nội vụ', '2025-07')].map((cells) => cells.filter((_, index) => index !== at)); // prettier-ignore

  it('are needed, known, and there once', async () => {
    expect(said(await read([{ rows: without(8) }]))).toEqual(['Sheet1 | 1 | Thiếu cột “Giải quyết trước hạn”.']);
    const rows = [
      [...HEAD, 'Giải quyết trước hạn', 'Chờ bổ sung'],
      [...good('Sở Nội vụ', '2025-07'), 40, 3],
    ];
    expect(said(await read([{ rows }]))[0]).toContain('| O | Cột này trùng với cột I “Giải quyết trước hạn”');
    const unknown = rows.map((cells) => cells.filter((_, at) => at !== 14));
    expect(said(await read([{ rows: unknown }]))).toEqual([expect.stringContaining('| O | Cột này có số liệu nhưng không có trong báo cáo')]); // prettier-ignore
  });

  it('may come in parts, which are summed', () => {
    const file = readCsv(
      'Đơn vị;Tháng;Năm;Trực tuyến;Trực tiếp;Bưu chính;Từ kỳ trước;Đã giải quyết trước hạn;Đã giải quyết đúng hạn;Đã giải quyết quá hạn;Đang giải quyết trong hạn;Đang giải quyết quá hạn;Trả lại;Rút;Tỷ lệ đúng hạn (%)\nSở Nội vụ;7;2025;70;20;10;10;40;45;5;14;1;3;2;94,44',
    );
    expect(told(file)).toEqual({
      reports: [['procedure-progress', 'so-noi-vu', '2025-07', [', receivedOnline 70, receivedInPerson 30, carriedOver 10, resolvedEarly 40, resolvedOnTime 45, resolvedLate 5, pendingInTime 14, pendingOverdue 1, returned 5, received 100']]], // prettier-ignore
      problems: [],
      notes: ['cột không nhập: O “Tỷ lệ đúng hạn (%)”.'],
    });
  });

  it('of exchanged documents, alone and in groups', async () => {
    const flat = readCsv(
      'Cơ quan,Kỳ báo cáo,Văn bản gửi,Văn bản nhận,Văn bản ký số,Văn bản xử lý đúng hạn\nSở Nội vụ,Quý III/2025,50,80,120,75',
    );
    expect(told(flat).reports).toEqual([['document-exchange', 'so-noi-vu', '2025-Q3', [', sent 50, received 80, digitallySigned 120, onTime 75']]]); // prettier-ignore
    const rows: WrittenCell[][] = [
      ['Năm 2024'],
      ['STT', 'Tên đơn vị', 'Văn bản đi', null, 'Văn bản đến'],
      [null, null, 'Tổng số', 'Ký số', 'Tổng số', 'Ký số', 'Xử lý đúng hạn'],
      [1, 'Sở Nội vụ', 50, 48, 80, 72, 75],
      [2, 'Sở Xây dựng', 5, 4, 8, 7, 7],
      ['Cộng', null, 55, 52, 88, 79, 82],
    ]; // prettier-ignore
    expect(told(await read([{ rows, merged: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:G2'] }]))).toEqual({
      reports: [
        ['document-exchange', 'so-noi-vu', '2024', [', sent 50, digitallySigned 120, received 80, onTime 75']],
        ['document-exchange', 'so-xay-dung', '2024', [', sent 5, digitallySigned 11, received 8, onTime 7']],
      ],
      problems: [],
      notes: [],
    });
  });
});

describe('rows that are not of one field', () => {
  it('are checked where they are sums, told where they are texts, and refused where neither is clear', async () => {
    const field = (order: WrittenCell, name: string | null) => [order, null, null, name, 100, 70, 30, 10, 40, 45, 5, 14, 1, 5].filter((_, at) => at !== 1 && at !== 2); // prettier-ignore
    const head = HEAD.filter((_, at) => at !== 1 && at !== 2);
    const doubled = ['Cộng', null, 200, 140, 60, 20, 80, 90, 10, 28, 2, 10];
    const above = [['Sở Nội vụ'], ['Tháng 7/2025'], head];
    const grouped = await read([
      { rows: [...above, [null, 'Thủ tục cấp tỉnh'], field(1, 'Đất đai'), field(2, 'Công thương'), ['Cộng cấp tỉnh', ...doubled.slice(1)], [null, 'Cấp xã'], field(3, 'Y tế'), ['Cộng', null, ...doubled.slice(2).map((count) => Number(count) / 2)], ['Tổng cộng', null, ...doubled.slice(2).map((count) => Number(count) * 1.5)], ['Lũy kế', null, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]] }, // prettier-ignore
    ]);
    expect(grouped.problems).toEqual([]);
    expect(grouped.reports[0]!.rows.map(({ field }) => field)).toEqual(['Đất đai', 'Công thương', 'Y tế']);
    expect(grouped.notes).toEqual([
      'Trang “Sheet1”: dòng 4 chỉ có chữ, không nhập: “Thủ tục cấp tỉnh”.',
      'Trang “Sheet1”: dòng 8 chỉ có chữ, không nhập: “Cấp xã”.',
      'Trang “Sheet1”: dòng 12 là số lũy kế, không nhập.',
    ]);
    expect(
      said(await read([{ rows: [...above, field(1, 'Đất đai'), [null, 'Sở Xây dựng'], field(2, 'Y tế')] }])),
    ).toEqual([expect.stringContaining('5 | Dòng chỉ có tên cơ quan “Sở Xây dựng”')]);
    expect(said(await read([{ rows: [...above, field('I', 'Cấp tỉnh'), field(1, 'Đất đai')] }]))).toEqual([
      expect.stringContaining('4 | A | Số thứ tự có nhiều cấp'),
    ]);
  });

  it('with a heading again below continue the table', async () => {
    const head = HEAD.filter((_, at) => at !== 1 && at !== 2);
    const cells = (field: string) => good('', '', field).filter((_, at) => at !== 1 && at !== 2);
    const rows = [['Sở Nội vụ'], ['Tháng 7/2025'], head, cells('Đất đai'), head, cells('Hộ tịch')];
    const file = await read([{ rows }]);
    expect(file.reports[0]?.rows.map(({ field }) => field)).toEqual(['Đất đai', 'Hộ tịch']);
  });
});

describe('the rows of a table of fields', () => {
  const head = HEAD.filter((_, at) => at !== 1 && at !== 2);
  const above = [['UBND TỈNH THANH HÓA'], ['Tháng 7/2025'], head];
  const line = (order: WrittenCell, name: string | null, times = 1): WrittenCell[] =>
    [order, name, ...good('', '').slice(4).map((count) => Number(count) * times)]; // prettier-ignore
  const fields = (file: ReadFile) => file.reports.flatMap(({ rows }) => rows.map(({ field }) => field));

  it.each(['Tổng cộng (A+B)', 'Tổng số hồ sơ', 'TỔNG CÁC LĨNH VỰC', 'Toàn sở', 'Total'])(
    'are summed by “%s”',
    async (name) => {
      const file = (times: number) => read([{ rows: [...above, line(1, 'Đất đai'), line(2, 'Hộ tịch', 2), line(null, name, times)] }]); // prettier-ignore
      expect(fields(await file(3))).toEqual(['Đất đai', 'Hộ tịch']);
      expect(said(await file(4))[0]).toContain('6 | C | Dòng tổng ghi 400, nhưng cộng các dòng được 300');
    },
  );

  it('are not there where a total stands alone', async () => {
    expect(said(await read([{ rows: [...above, line(null, 'Tổng số')] }]))).toEqual([expect.stringContaining('4 | Chỉ có dòng tổng')]); // prettier-ignore
    expect((await read([{ rows: [...above, line(null, null)] }])).reports).toHaveLength(1);
  });

  it('may be of a field whose name begins like that of a total', async () => {
    expect(fields(await read([{ rows: [...above, line(1, 'Tổng hợp'), line(2, 'Toàn trình')] }]))).toEqual(['Tổng hợp', 'Toàn trình']); // prettier-ignore
  });

  it.each<[string, [WrittenCell, string][], number[]]>([
    ['A and I', [['A', 'Cấp tỉnh'], ['I', 'Đất đai'], ['II', 'Hộ tịch'], ['B', 'Cấp xã'], ['I', 'Y tế']], [4, 7]],
    ['1 and a)', [[1, 'Cấp tỉnh'], ['a)', 'Đất đai'], ['b)', 'Hộ tịch']], [4]],
    ['I and -', [['I', 'Cấp tỉnh'], ['-', 'Đất đai'], ['-', 'Hộ tịch']], [4]],
    ['I and (1)', [['I.', 'Cấp tỉnh'], ['(1)', 'Đất đai']], [4]],
    ['names', [[null, 'I. Cấp tỉnh'], [null, '1. Đất đai'], [null, '2. Hộ tịch']], [4]],
    ['1 and nothing', [[1, 'Đất đai'], [null, 'Trong đó: cấp tỉnh'], [null, 'cấp xã'], [2, 'Hộ tịch']], [5, 6]],
    ['nothing and -', [[null, 'Đất đai'], [null, '- Cấp tỉnh'], [null, '- Cấp xã']], [4]],
    ['I to III', [['I', 'Đất đai'], ['II', 'Hộ tịch'], ['III', 'Y tế']], []],
    ['A to I', [...'ABCDEFGHI'].map((letter): [WrittenCell, string] => [letter, `Lĩnh vực ${letter}`]), []],
    ['nothing', [[null, 'Đất đai'], [null, 'Hộ tịch']], []],
  ])('are refused where they may be counted twice, numbered by %s', async (_how, rows, refused) => {
    const file = await read([{ rows: [...above, ...rows.map(([order, name]) => line(order, name))] }]);
    expect(file.problems.map(({ row }) => row)).toEqual(refused);
    expect(fields(file)).toEqual(refused.length > 0 ? [] : rows.map(([, name]) => name));
  }); // prettier-ignore

  it.each([['I. SỞ NỘI VỤ'], ['SỞ NỘI VỤ'], ['1. Sở Nội vụ (SNV)'], ['Kết quả của Sở Nội vụ']])(
    'are not those above a row “%s”',
    async (name) => {
      for (const label of [[name], [null, name]]) {
        expect(said(await read([{ rows: [...above, line(1, 'Đất đai'), label, line(1, 'Y tế')] }]))).toEqual([
          expect.stringContaining(`5 | Dòng chỉ có tên cơ quan “${name}”`),
        ]);
      }
    },
  );

  it('are not agencies, and are not sums since January', async () => {
    expect(said(await read([{ rows: [...above, line(1, 'Sở Nội vụ'), line(2, 'Sở Xây dựng')] }]))).toEqual([
      expect.stringContaining('4 | B | “Sở Nội vụ” là tên cơ quan'),
      expect.stringContaining('5 | B | “Sở Xây dựng” là tên cơ quan'),
    ]);
    const group = ['STT', 'Lĩnh vực', 'Lũy kế từ đầu năm'];
    const rows = [...above.slice(0, 2), group, head.map((name, at) => (at < 2 ? null : name)), line(1, 'Đất đai')];
    const merged = ['A3:A4', 'B3:B4', 'C3:L3'];
    expect(said(await read([{ rows, merged }]))).toEqual([expect.stringContaining('4 | Số liệu là lũy kế (“Lũy kế từ đầu năm”)')]); // prettier-ignore
    group[2] = 'Kết quả giải quyết';
    expect(fields(await read([{ rows, merged }]))).toEqual(['Đất đai']);
  });

  it('have figures in a column without a name, which is told', async () => {
    const file = await read([{ rows: [...above, [...line(1, 'Đất đai'), 7], line(2, 'Hộ tịch')] }]);
    expect([fields(file), file.notes]).toEqual([['Đất đai', 'Hộ tịch'], ['Trang “Sheet1”: cột có số liệu nhưng không có tên, không nhập: M.']]); // prettier-ignore
  });

  it('are of the agency and period above them, by their own table', async () => {
    const table = (name: string, period: string) => [
      [name],
      [period],
      head,
      line(1, 'Đất đai'),
      line('Tổng cộng', null),
    ];
    const both = await read([
      { rows: [...table('I. SỞ NỘI VỤ', 'Tháng 7/2025'), ...table('II. SỞ XÂY DỰNG', 'Tháng 7/2025')] },
    ]);
    expect(both.reports.map((report) => report.agency.slug)).toEqual(['so-noi-vu', 'so-xay-dung']);
    const [first, second] = [table('Sở Nội vụ', 'Tháng 7/2025'), table('Sở Xây dựng', 'Người lập')];
    expect(said(await read([{ rows: [...first, ...second] }]))).toEqual([expect.stringContaining('Sheet1 | 8 | Không rõ kỳ báo cáo')]); // prettier-ignore
  });
});

it('finds no table where there is none', async () => {
  expect(said(await read([{ rows: [['a', 1]] }]))).toEqual([expect.stringContaining('Không tìm thấy bảng số liệu')]);
  expect(said(await read([{ rows: [HEAD] }]))).toEqual(['Chưa có dòng số liệu nào.']);
});
