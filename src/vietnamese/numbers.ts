/**
 * Reads a number as Vietnamese writes it, full stops between thousands and a decimal comma, into a decimal string:
 * `1.125.000` → `1125000`, `3,5` → `3.5`. Groups may be left out; decimals stay as written, `3,50` → `3.50`. Null for
 * anything else, `3.5` among it, where the full stop can only be a mistake. No digit is lost: there is no arithmetic.
 */
export function parseNumber(text: string): string | null {
  const pattern = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
  const [, sign, whole, decimals] = pattern.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  return `${sign}${whole.replace(/\./g, '')}${decimals === undefined ? '' : `.${decimals}`}`;
}

/**
 * Writes a decimal string (`1125000`, `-312.5`) as Vietnamese does: `1.125.000`, `-312,5`. The inverse of
 * {@link parseNumber}, and as exact.
 * @throws RangeError for what is not a plain decimal string: no exponent, no leading zeros, no groups.
 */
export function formatNumber(decimal: string): string {
  const [, sign, whole, decimals] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError('A decimal string has digits and at most one full stop');
  return `${sign}${inGroups(whole)}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** Not by a lookahead for groups up to the end, whose time grows with the square of the digits. */
function inGroups(digits: string): string {
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join('.');
}
