import { checkRows, type ReportRow } from '../../../../../reports';
import { columnsOf, pastedColumns } from './columns';
import {
  blankRow,
  byField,
  carriedOverWarnings,
  cellsOf,
  columnSum,
  problemsOf,
  readCount,
  rowAfter,
  sumOf,
  withCells,
  writeCount,
} from './form-rows';

const KIND = 'procedure-progress';
const names = ['received', 'receivedOnline', 'receivedInPerson', 'carriedOver', 'resolvedEarly', 'resolvedOnTime'];
const COUNTS = [...names, 'resolvedLate', 'pendingInTime', 'pendingOverdue', 'returned'];
const row = (field: string | null, ...counts: number[]) => ({
  field,
  ...Object.fromEntries(COUNTS.map((name, index) => [name, counts[index] ?? 0])),
});

it.each([
  ['1.234', 1234],
  ['1234', 1234],
  [' 7 ', 7],
  ['', null],
  ['-3', -3],
  ['1,234', { typed: '1,234' }],
  ['1.5', { typed: '1.5' }],
  ['12 hồ sơ', { typed: '12 hồ sơ' }],
  ['9'.repeat(20), { typed: '9'.repeat(20) }],
])('reads %j', (text, count) => {
  expect(readCount(text)).toEqual(count);
  if (typeof count === 'number') expect(readCount(writeCount(count))).toBe(count);
});

it('has each count in one column, in the order of the paper form', () => {
  for (const kind of ['procedure-progress', 'document-exchange'] as const) {
    const typed = columnsOf(kind).flatMap(({ name }) => name ?? []);
    expect(typed).toEqual(Object.keys(blankRow(kind)).slice(1));
  }
});

it('reads the cells that a spreadsheet copies, with line breaks and quotes inside', () => {
  expect(cellsOf('Đất đai\t1.200\t\r\nY tế\t5\t7\r\n')).toEqual([
    ['Đất đai', '1.200', ''],
    ['Y tế', '5', '7'],
  ]);
  expect(cellsOf('"Đất\nđai"\t"một ""hai"""\n"3')).toEqual([['Đất\nđai', 'một "hai"'], ['"3']]);
  expect(cellsOf('1.200')).toBeNull();
  expect(cellsOf('1.200\r\n')).toBeNull();
});

it('fills cells rightwards and downwards, and adds rows', () => {
  const paste = (from: string, at: number, text: string) => {
    const cells = cellsOf(text)!;
    const columns = pastedColumns(KIND, from, Math.max(...cells.map(({ length }) => length)));
    return withCells(KIND, [row('Đất đai', 1, 2, 3, 4)], { row: at, columns }, cells);
  };
  expect(paste('receivedInPerson', 0, '30\t5\n7\tx')).toEqual([
    { ...row('Đất đai', 1, 2, 30, 5) },
    { ...blankRow(KIND), receivedInPerson: 7, carriedOver: { typed: 'x' } },
  ]);
  // A block as wide as the form has its sums, too, which are not imported.
  const whole = paste('field', 1, 'Y  tế\t110\t100\t70\t30\t10\t90\t40\t45\t5\t15\t12\t3\t5');
  expect(whole[1]).toEqual(row('Y tế', 100, 70, 30, 10, 40, 45, 5, 12, 3, 5));
  expect(paste('field', 0, Array.from({ length: 500 }, () => 'a\t1').join('\n'))).toHaveLength(200);
});

it('says of each row what is off, as the server would', () => {
  const good = row('Đất đai', 10, 7, 3, 2, 4, 4, 0, 3, 1, 0);
  const bad = { ...good, field: ' đất  đai', received: 11, returned: { typed: '1,5' } };
  const [ofFirst, ofSecond] = problemsOf(KIND, [good, bad], 'vi');
  expect(ofFirst).toEqual([]);
  expect(ofSecond).toEqual([
    { name: 'field', message: 'lĩnh vực “đất  đai” đã có ở dòng 1' },
    { name: 'returned', message: '“Trả lại, rút hồ sơ”: “1,5” không phải là số nguyên; hãy viết như 1234 hoặc 1.234' },
  ]);
  const [imbalance] = problemsOf(KIND, [{ ...good, returned: 2 }], 'vi');
  expect(imbalance).toMatchObject([{ name: 'carriedOver', message: expect.stringContaining('lệch 2') as string }]);
  expect(checkRows(KIND, [{ ...good, returned: 2 }])).toMatchObject({
    problems: [{ message: `Dòng 1 “Đất đai”: ${imbalance![0]!.message}` }],
  });
  expect(problemsOf(KIND, [blankRow(KIND)], 'vi')).toEqual([[]]);
});

it('says it in English in an English panel', () => {
  const good = row('Đất đai', 10, 7, 3, 2, 4, 4, 0, 3, 1, 0);
  expect(
    problemsOf(KIND, [good, { ...good, returned: { typed: 'x' } }, { ...good, field: null, returned: 2 }], 'en'),
  ).toEqual([
    [],
    [
      { name: 'field', message: 'the field “Đất đai” is already in row 1' },
      { name: 'returned', message: '“Returned”: “x” is no whole number; write it as 1234 or 1.234' },
    ],
    [
      { name: 'field', message: 'of several rows each needs a field' },
      {
        name: 'carriedOver',
        message:
          'received in the period and carried over are 12, but resolved (8), pending (4) and returned (2) are 14: 2 apart',
      },
    ],
  ]);
  const exchange = { field: null, sent: 5, received: 8, digitallySigned: 14, onTime: 9 };
  expect(problemsOf('document-exchange', [exchange], 'en')[0]!.map(({ message }) => message)).toEqual([
    '“Digitally signed” (14) is more than what was sent and received (13): 1 apart',
    '“Processed on time” (9) is more than “Documents received” (8): 1 apart',
  ]);
});

it('adds up what is there, and nothing that cannot be read', () => {
  expect(sumOf([1, null, 2])).toBe(3);
  expect(sumOf([null, null])).toBeNull();
  expect(sumOf([1, { typed: 'x' }])).toBeNull();
  const rows = [row('a', 5, 5), { ...row('b', 7), receivedOnline: null }];
  expect(columnSum(rows, 'received')).toBe(12);
  expect(columnSum(rows, 'receivedOnline', true)).toBeNull();
});

it('proposes what the last period left pending, and warns where another number is carried over', () => {
  const last = [row('Đất đai', 20, 0, 0, 0, 0, 5, 0, 12, 3)] as unknown as ReportRow[];
  expect(rowAfter(KIND, last[0]!)).toEqual({ ...blankRow(KIND, 'Đất đai'), carriedOver: 15 });
  expect(byField(last)('đất  đai')).toBe(last[0]);
  expect(byField(last)(null)).toBeNull();
  const carried = (count: number) => carriedOverWarnings(KIND, [row('Đất đai', 0, 0, 0, count)], last);
  expect(carried(15)).toEqual([]);
  expect(carried(14)).toEqual([{ field: 'Đất đai', carriedOver: 14, pending: 15 }]);
  expect(carriedOverWarnings(KIND, [blankRow(KIND, 'Đất đai')], last)).toEqual([]);
  expect(carriedOverWarnings(KIND, [row(null, 0, 0, 0, 3)], null)).toEqual([]);
});
