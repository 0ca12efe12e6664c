import { readCsv } from './read-csv';

describe('readCsv', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['\uFEFFa;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['"Lê, Văn A" , "nói ""có"""\n\n', [['Lê, Văn A', 'nói "có"']]],
    ['a,,\n,,\n', [['a', '', '']]],
    ['"hai\ndòng",b', [['hai\ndòng', 'b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });
});
