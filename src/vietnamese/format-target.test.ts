import { formatAmount, formatTarget, type Qualifier } from './format-target';

it.each<[string, string, string, Qualifier, boolean]>([
  ['1.125.000 tỷ đồng', '1125000', 'tỷ đồng', 'exact', false],
  ['18.600 triệu USD', '18600', 'triệu USD', 'exact', false],
  ['118.800 tỷ đồng', '118800', 'tỷ đồng', 'exact', false],
  ['thêm khoảng 35.000 lao động', '35000', 'lao động', 'about', true],
  ['khoảng 15 tỷ USD', '15', 'tỷ USD', 'about', false],
  ['3.000 ha', '3000', 'ha', 'exact', false],
  ['tối thiểu 312,5 ha', '312.5', 'ha', 'atLeast', false],
  ['tối đa 5 dự án', '5', 'dự án', 'atMost', false],
  ['thêm 2 xã', '2', 'xã', 'exact', true],
  ['tối thiểu 12,5%', '12.5', '%', 'atLeast', false],
  ['7', '7', '', 'exact', false],
])('writes %s', (display, value, unit, qualifier, increment) => {
  expect(formatTarget({ value, unit, qualifier, increment })).toBe(display);
});

it('refuses a value that is not a decimal string', () => {
  expect(() => formatTarget({ value: '1.125.000', unit: 'tỷ đồng', qualifier: 'exact', increment: false })).toThrow(
    RangeError,
  );
});

it.each<[string, string, string, Qualifier, boolean]>([
  ['1,125,000 billion dong', '1125000', 'billion dong', 'exact', false],
  ['about an additional 35,000 workers', '35000', 'workers', 'about', true],
  ['at least 12.5%', '12.5', '%', 'atLeast', false],
  ['at most 5 projects', '5', 'projects', 'atMost', false],
])('writes %s in English', (display, value, unit, qualifier, increment) => {
  expect(formatTarget({ value, unit, qualifier, increment }, 'en')).toBe(display);
});

it('writes an amount alone', () => {
  expect(formatAmount({ value: '-1234.5', unit: 'tỷ đồng' })).toBe('-1.234,5 tỷ đồng');
  expect(formatAmount({ value: '-1234.5', unit: '%' }, 'en')).toBe('-1,234.5%');
});
