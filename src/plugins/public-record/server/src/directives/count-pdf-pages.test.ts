import { deflateSync } from 'node:zlib';
import { withinCpuTime } from '../../../../../../tests/helpers/cpu-time';
import { countPdfPages } from './count-pdf-pages';

const pdf = (...objects: string[]): Buffer => Buffer.from(['%PDF-1.7', ...objects, '%%EOF'].join('\n'), 'latin1');
const root = (count: number) => `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count ${count} >>\nendobj`;

const objectStream = (objects: string, times = 1): Buffer => {
  const data = deflateSync(Buffer.from(objects, 'latin1'));
  const head = `7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>stream\r\n`;
  const stream = [Buffer.from(head), data, Buffer.from('\r\nendstream\nendobj\n')];
  const streams = Array.from({ length: times }, () => stream).flat();
  return Buffer.concat([Buffer.from('%PDF-1.5\n'), ...streams, Buffer.from('%%EOF')]);
};

it.each<[string, Buffer, number | null]>([
  ['a plain tree', pdf(root(12)), 12],
  [
    'a tree with inner nodes, and resources beside the count',
    pdf(
      '4 0 obj <</Count 3/Parent 2 0 R/Type/Pages/Kids[5 0 R]>> endobj',
      '2 0 obj <</Kids[4 0 R]/Resources<</Font<</F1 9 0 R>>/Count 77>>/Type/Pages/MediaBox[0 0 1 1]/Count 5>> endobj',
    ),
    5,
  ],
  ['a file that was updated', pdf(root(9), root(8)), 8],
  ['an object stream', objectStream('2 0 <</Type/Pages/Count 31/Kids[3 0 R]>>'), 31],
  [
    'a root with much before and after it in its dictionary',
    pdf(`2 0 obj <</Kids[${'3 0 R '.repeat(20_000)}]/Count 20000/Type/Pages/A<</B<</C 1>>>>/ID<ab>>> endobj`),
    20_000,
  ],
  ['pages alone', pdf('3 0 obj <</Type/Page/Parent 2 0 R>> endobj'), null],
  ['an object stream that is cut off', objectStream('2 0 <</Type/Pages/Count 31>>').subarray(0, 90), null],
  ['another format', Buffer.from('<< /Type /Pages /Count 4 >>'), null],
  ['nothing', Buffer.alloc(0), null],
])('counts the pages of %s', (_what, bytes, pages) => {
  expect(countPdfPages(bytes)).toBe(pages);
});

const NODES = `${'>>'.repeat(100_000)}${'/Type/Pages '.repeat(60)}${'<<'.repeat(100_000)}`;

it.each<[string, () => Buffer]>([
  ['nodes without an end', () => pdf('<< /Type /Pages '.repeat(500_000))],
  ['nodes far in their dictionaries', () => pdf(`${'<<'.repeat(1_000)}/Type/Pages`.repeat(10_000))],
  ['empty streams', () => pdf('/ObjStm stream\nendstream '.repeat(2_400_000))],
  ['a long stream', () => objectStream('0'.repeat(50_000_000))],
  ['many long streams', () => objectStream('0'.repeat(17_000_000), 200)],
  ['many streams of far nodes', () => objectStream(NODES, 20)],
])('reads %s in time', async (_what, bytes) => {
  const file = bytes();
  await withinCpuTime(6_000, () => countPdfPages(file));
});
