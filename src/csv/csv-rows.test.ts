import { csvRows } from './csv-rows';

describe('csvRows', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['\uFEFFa;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a\tb, c\nd\te', [['a', 'b, c'], ['d', 'e']]], // prettier-ignore
    ['a\t\tb\n\tc\td', [['a', '', 'b'], ['', 'c', 'd']]], // prettier-ignore
    ['"Lê, Văn A" , "nói ""có"""\n\n', [['Lê, Văn A', 'nói "có"']]],
    ['Nguyễn "Ba",b', [['Nguyễn "Ba"', 'b']]],
    ['" a ",  b c  ', [['a', 'b c']]],
    ['a,\n"b, c",d', [['a', ''], ['b, c', 'd']]], // prettier-ignore
    ['a,,\n,,\n', [['a', '', '']]],
    ['a\nb', [['a'], ['b']]], // prettier-ignore
    ['"hai\ndòng",b', [['hai\ndòng', 'b']]],
    ['', []],
    ['Quý III, năm 2025;\na;b\nc;d', [['Quý III, năm 2025', ''], ['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a, b\tc\nd, e\tf', [['a, b', 'c'], ['d, e', 'f']]], // prettier-ignore
  ])('%j', (text, rows) => {
    expect(csvRows(text, 10)?.map(({ fields }) => fields)).toEqual(rows);
  });

  it('knows on which line each row begins, whatever ends the lines', () => {
    const rows = csvRows('a,b\r\n\r\n"hai\ndòng",c\nd,e', 10)!;
    expect(rows.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, 'a'],
      [3, 'hai\ndòng'],
      [5, 'd'],
    ]);
  });

  it('refuses a text in which a quote is not closed', () => {
    expect(csvRows('a,b\n"c,d\ne,f', 10)).toBeNull();
  });
});
