import { assertBodyShape } from './body-shape';
import { RefusedBody } from './refused-body';

const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
const list = (count: number) => Array.from({ length: count }, () => 1);

it.each([
  ['nothing', undefined],
  ['a text', 'x'],
  ['a hundred levels', nested(100)],
  ['a thousand keys', keys(1_000)],
  ['400,000 values', [list(399_999)]],
  ['a thousand combining marks in a row', { title: `a${'\u0301'.repeat(1_000)}b${'\u0301'.repeat(1_000)}` }],
])('takes %s', (_, body) => {
  expect(() => assertBodyShape(body)).not.toThrow();
});

it.each([
  ['101 levels', nested(101), 'Dữ liệu gửi lên lồng nhau quá sâu. Mỗi lần gửi chỉ nhận đến 100 cấp.'],
  ['1,001 keys of one object', { data: [keys(1_001)] }, 'Chỉ nhận đến 1.000 trường.'],
  ['1,001 combining marks in a row', { data: [`a${'\u0323'.repeat(1_001)}`] }, 'Chỉ nhận đến 1.000 dấu.'],
  ['400,001 values in all', [list(200_000), list(199_999)], 'Mỗi lần gửi chỉ nhận đến 400.000 giá trị.'],
])('refuses %s, and names the limit', (_, body, message) => {
  const refused = refusalOf(body);
  expect(refused.toHttpError('vi')).toMatchObject({ status: 413, message: expect.stringContaining(message) });
  expect(refused.toHttpError('en').message).toMatch(/Accepted: up to [\d,]+/);
});

it('names the field that is at fault, and none where all are together', () => {
  const deep = refusalOf({ title: 'Tin', agency: { set: nested(100) } });
  expect(deep.toHttpError('vi').message).toBe(
    'Trường “agency”: dữ liệu gửi lên lồng nhau quá sâu. Mỗi lần gửi chỉ nhận đến 100 cấp.',
  );
  expect(deep.toHttpError('en').message).toMatch(/^Field “agency”: the body is too deep/);
  expect(refusalOf({ title: '\u0323'.repeat(1_001) }).within).toBe('title');
  expect(refusalOf({ data: [{ officials: keys(1_001) }] }).within).toBe('data');
  expect([refusalOf(keys(1_001)).within, refusalOf([nested(100)]).within]).toEqual(['', '']);
});

it('refuses a depth at which recursion would overflow', () => {
  expect(refusalOf(nested(1_000_000)).reason).toBe('levels');
});

function refusalOf(body: unknown): RefusedBody {
  try {
    assertBodyShape(body);
  } catch (error) {
    if (error instanceof RefusedBody) return error;
  }
  throw new Error('the body is taken');
}
