import fc from 'fast-check';
import { formatNumber, parseNumber } from './numbers';

const VECTORS: [string, string][] = [
  ['1.125.000', '1125000'],
  ['3,5', '3.5'],
  ['312,5', '312.5'],
  ['18.600', '18600'],
  ['0', '0'],
  ['0,05', '0.05'],
  ['999', '999'],
  ['-1.234,50', '-1234.50'],
  ['1.125.000.000.000.000.001,000001', '1125000000000000001.000001'],
];

it.each(VECTORS)('reads %s as %s', (text, decimal) => {
  expect(parseNumber(text)).toBe(decimal);
});

it.each(VECTORS)('writes %s for %s', (text, decimal) => {
  expect(formatNumber(decimal)).toBe(text);
});

it('reads numbers without groups, and between spaces', () => {
  expect(parseNumber('1125000')).toBe('1125000');
  expect(parseNumber('\u00a035000,5 ')).toBe('35000.5');
});

it.each([
  '3.5',
  '1.12.000',
  '1125.000',
  '1,125,000',
  '1.125.',
  ',5',
  '5,',
  '007',
  '1e5',
  '1 125',
  '',
  'NaN',
  '3.000ha',
])('refuses to read %j', (text) => {
  expect(parseNumber(text)).toBeNull();
});

it.each(['1.125.000', '3,5', '007', '1e5', '', 'NaN', '1.', '.5'])('refuses to write %j', (decimal) => {
  expect(() => formatNumber(decimal)).toThrow(RangeError);
});

it('reads what it writes, to the last digit', () => {
  const decimals = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.option(fc.stringMatching(/^\d{1,9}$/)))
    .map(([whole, fraction]) => (fraction === null ? `${whole}` : `${whole}.${fraction}`));
  fc.assert(fc.property(decimals, (decimal) => expect(parseNumber(formatNumber(decimal))).toBe(decimal)));
});
