import fc from 'fast-check';
import { compare, fraction, isDecimal, minus, over, plus, times, toDecimal } from '.';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.stringMatching(/^\d{0,9}$/))
  .map(([whole, places]) => (places === '' ? `${whole}` : `${whole}.${places}`));

const plain = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

it.each(['1e5', '007', '1.', '.5', '1.125.000', '3,5', '', ' 1', 'NaN', '+1'])('refuses %j', (text) => {
  expect(isDecimal(text)).toBe(false);
  expect(() => fraction(text)).toThrow(RangeError);
});

it('writes what it reads, to the last digit', () => {
  fc.assert(fc.property(decimals, (decimal) => expect(toDecimal(fraction(decimal), 9)).toBe(plain(decimal))));
});

it('adds what JavaScript numbers cannot', () => {
  expect(toDecimal(plus(fraction('0.1'), fraction('0.2')), 20)).toBe('0.3');
  expect(toDecimal(plus(fraction('1125000000000000001'), fraction('0.000001')), 6)).toBe('1125000000000000001.000001');
});

it('takes away what it added, and divides by what it multiplied with', () => {
  fc.assert(
    fc.property(decimals, decimals, (one, other) => {
      const [left, right] = [fraction(one), fraction(other)];
      expect(compare(minus(plus(left, right), right), left)).toBe(0);
      if (right.numerator !== 0n) expect(compare(over(times(left, right), right), left)).toBe(0);
      expect(compare(left, right)).toBe(-compare(right, left) + 0);
    }),
  );
});

it.each([
  ['1', '3', 2, '0.33'],
  ['2', '3', 2, '0.67'],
  ['1', '8', 2, '0.13'],
  ['-1', '8', 2, '-0.13'],
  ['1', '-8', 2, '-0.13'],
  ['-1', '1000', 2, '0'],
  ['10', '4', 0, '3'],
  ['100', '1', 2, '100'],
  ['-5', '2', 1, '-2.5'],
])('rounds %s/%s to %i places as %s', (one, other, places, decimal) => {
  expect(toDecimal(over(fraction(one), fraction(other)), places)).toBe(decimal);
});

it('divides nothing by nought', () => {
  expect(() => over(fraction('1'), fraction('0.00'))).toThrow(RangeError);
});
