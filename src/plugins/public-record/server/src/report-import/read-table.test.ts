import { HEAD, good, read, readCsv, said, told } from '../../../../../../tests/helpers/report-sheets';
import type { WrittenCell, WrittenSheet } from '../../../../../../tests/helpers/xlsx';

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
