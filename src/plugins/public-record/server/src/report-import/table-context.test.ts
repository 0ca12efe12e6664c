import { HEAD, NOTHING, counts, good, read, said, told } from '../../../../../../tests/helpers/report-sheets';
import type { WrittenCell, WrittenSheet } from '../../../../../../tests/helpers/xlsx';
import { parsePeriod, periodText } from '../../../../../reports';

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
