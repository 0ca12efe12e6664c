import { formatTarget, type Qualifier } from './format-target';

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
