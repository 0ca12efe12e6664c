import {
  FORM_MERGED,
  FORM_ROWS,
  FORM_TOTAL,
  HEAD,
  NOTHING,
  agencies,
  agency,
  counts,
  csvOf,
  form,
  formRows,
  good,
  home,
  read,
  readCsv,
  said,
  told,
} from '../../../../../../tests/helpers/report-sheets';
import { type WrittenCell, xlsx } from '../../../../../../tests/helpers/xlsx';
import { parsePeriod } from '../../../../../reports';
import { csvSheet, readSpreadsheet } from '../../../../../spreadsheets';
import { AgencyNames } from './agency-names';
import { readReports } from './read-reports';

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

it('finds no table where there is none', async () => {
  expect(said(await read([{ rows: [['a', 1]] }]))).toEqual([expect.stringContaining('Không tìm thấy bảng số liệu')]);
  expect(said(await read([{ rows: [HEAD] }]))).toEqual(['Chưa có dòng số liệu nào.']);
});
