import { readCsv } from './read-csv';

describe('readCsv', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['\uFEFFa;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a\tb, c\nd\te', [['a', 'b, c'], ['d', 'e']]], // prettier-ignore
    ['"Lê, Văn A" , "nói ""có"""\n\n', [['Lê, Văn A', 'nói "có"']]],
    ['a,\n"b, c",d', [['a', ''], ['b, c', 'd']]], // prettier-ignore
    ['a,,\n,,\n', [['a', '', '']]],
    ['"hai\ndòng",b', [['hai\ndòng', 'b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text).map(({ fields }) => fields)).toEqual(rows);
  });

  it('knows on which line each row begins', () => {
    const rows = readCsv('a,b\r\n\r\n"hai\ndòng",c\nd,e');
    expect(rows.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, 'a'],
      [3, 'hai\ndòng'],
      [5, 'd'],
    ]);
  });
});
