import { valueProblem } from './attribute-values';

const problem = (type: string, value: unknown, more = {}) => valueProblem({ type, ...more }, value);

it.each<[string, unknown]>([
  ['string', 'a'.repeat(255)],
  ['uid', 'ệ'.normalize('NFD').repeat(255)],
  ['text', 'a'.repeat(100_000)],
  ['integer', 2_147_483_647],
  ['integer', '-5'],
  ['integer', ''],
  ['date', '2024-02-29'],
  ['date', '2024-02-29T17:00:00.000Z'],
  ['datetime', '2024-02-29T17:00:00.000Z'],
  ['datetime', new Date(0)],
  ['boolean', false],
  ['json', { any: ['thing'] }],
  ['string', null],
  ['integer', undefined],
])('a column of type %s holds %j', (type, value) => {
  expect(problem(type, value)).toBeNull();
});

it.each<[string, unknown, string]>([
  ['string', 'a'.repeat(256), 'dài quá 255 ký tự'],
  ['email', `${'a'.repeat(260)}@example.vn`, 'dài quá 255 ký tự'],
  ['text', ['a'], 'cần một chuỗi ký tự'],
  ['uid', { a: 1 }, 'cần một chuỗi ký tự'],
  ['string', 5, 'cần một chuỗi ký tự'],
  ['integer', 99_999_999_999, 'cần một số nguyên từ -2147483647 đến 2147483647'],
  ['integer', 1.5, 'cần một số nguyên từ -2147483647 đến 2147483647'],
  ['integer', 'NaN', 'cần một số nguyên từ -2147483647 đến 2147483647'],
  ['integer', [1], 'cần một số nguyên từ -2147483647 đến 2147483647'],
  ['boolean', 'x', 'cần true hoặc false'],
  ['date', '2026-02-30', 'cần một ngày có thật, dạng 2026-12-31'],
  ['date', 'infinity', 'cần một ngày có thật, dạng 2026-12-31'],
  ['date', '0000-01-01', 'cần một ngày có thật, dạng 2026-12-31'],
  ['datetime', '2026-02-30T08:00:00Z', 'cần một thời điểm có thật, dạng 2026-12-31T08:00:00Z'],
  ['datetime', '+275760-09-13T00:00:00.000Z', 'cần một thời điểm có thật, dạng 2026-12-31T08:00:00Z'],
  ['datetime', {}, 'cần một thời điểm có thật, dạng 2026-12-31T08:00:00Z'],
])('a column of type %s does not hold %j', (type, value, message) => {
  expect(problem(type, value)).toBe(message);
});

it('a text column is as long as PostgreSQL stores, and an enumeration has its values', () => {
  expect(problem('string', 'a'.repeat(256), { column: { type: 'text' } })).toBeNull();
  expect(problem('enumeration', 'moved', { enum: ['moved', 'gone'] })).toBeNull();
  expect(problem('enumeration', ['moved'], { enum: ['moved', 'gone'] })).toBe('cần một trong: moved, gone');
});

it('an address matches the regex of its attribute, also in a draft', () => {
  const regex = '^https?://[^\\s/]\\S*$';
  expect(problem('string', 'https://example.vn', { regex, column: { type: 'text' } })).toBeNull();
  expect(problem('string', '', { regex })).toBeNull();
  expect(problem('string', 'javascript:alert(1)', { regex })).toBe(
    'không đúng dạng, ví dụ: https://thanhhoa.gov.vn/tin-tuc',
  );
  expect(problem('string', 'x', { regex: '^/(?!/)' })).toBe('không đúng dạng, ví dụ: /tin-tuc/bai-viet');
});
