/** Digits that spreadsheets keep and show of a number, which they store as binary. */
const SIGNIFICANT_DIGITS = 15;

/**
 * The decimal that a spreadsheet shows for a stored number: `3.2999999999999998` is 3.3, `1.5E3` is 1500. Null for what
 * is no number.
 */
export function storedDecimal(text: string): string | null {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d{1,3})?\s*$/i.test(text)) return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  const [, sign = '', first = '', rest = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(SIGNIFICANT_DIGITS - 1)) ?? [];
  const digits = (first + rest).replace(/0+$/, '');
  if (digits === '') return '0';
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
