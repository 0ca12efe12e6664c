/** An exact number; the denominator is above nought. */
export type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>;

const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Whether a text is a plain decimal: `1125000`, `-312.50`; no exponent, no leading zeros, no groups. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/**
 * The exact value of a decimal string.
 * @throws RangeError for what is not a plain decimal
 */
export function fraction(decimal: string): Fraction {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError('A decimal string has digits and at most one full stop');
  return { numerator: BigInt(`${sign}${whole}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
}

export const plus = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.denominator + other.numerator * one.denominator,
  denominator: one.denominator * other.denominator,
});

export const minus = (one: Fraction, other: Fraction): Fraction => plus(one, { ...other, numerator: -other.numerator });

export const times = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.numerator,
  denominator: one.denominator * other.denominator,
});

/** @throws RangeError where the divisor is nought */
export function over(one: Fraction, divisor: Fraction): Fraction {
  if (divisor.numerator === 0n) throw new RangeError('Division by nought');
  const sign = divisor.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * one.numerator * divisor.denominator,
    denominator: sign * one.denominator * divisor.numerator,
  };
}

/** Below nought, nought, or above it, as `one` is smaller than, equal to, or greater than `other`. */
export function compare(one: Fraction, other: Fraction): -1 | 0 | 1 {
  const { numerator } = minus(one, other);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** As a decimal string of at most `places` places, halves rounded away from nought, without trailing zeros. */
export function toDecimal({ numerator, denominator }: Fraction, places: number): string {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = numerator < 0n && rounded > 0n ? '-' : '';
  return `${sign}${whole}${decimals && `.${decimals}`}`;
}
