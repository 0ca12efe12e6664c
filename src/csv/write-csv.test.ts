import { csvLine } from './write-csv';

it.each([
  [['Sở Xây dựng', 1234, null, ''], 'Sở Xây dựng,1234,,\r\n'],
  [['Đất đai, môi trường', 'nói "có"', 'hai\ndòng', 'a;b'], '"Đất đai, môi trường","nói ""có""","hai\ndòng","a;b"\r\n'],
  [['=1+1', '+84', '-5', '@a', '\tx', '\r=x', -5], `'=1+1,'+84,'-5,'@a,'\tx,"'\r=x",-5\r\n`],
])('writes %j', (cells, line) => expect(csvLine(cells)).toBe(line));
