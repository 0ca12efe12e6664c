import { HEAD, good, read, said } from '../../../../../../tests/helpers/report-sheets';
import type { WrittenCell } from '../../../../../../tests/helpers/xlsx';
import type { ReadFile } from './read-reports';

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
