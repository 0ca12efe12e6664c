import { isEnglish } from './display-time';
import { formatNumber } from './numbers';

export type Qualifier = 'exact' | 'about' | 'atLeast' | 'atMost';

type Wording = { qualifiers: Record<Qualifier, string>; increment: string; number: (decimal: string) => string };

const VIETNAMESE: Wording = {
  qualifiers: { exact: '', about: 'khoảng', atLeast: 'tối thiểu', atMost: 'tối đa' },
  increment: 'thêm',
  number: formatNumber,
};

const ENGLISH: Wording = {
  qualifiers: { exact: '', about: 'about', atLeast: 'at least', atMost: 'at most' },
  increment: 'an additional',
  number: (decimal) => formatNumber(decimal).replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')),
};

const wording = (locale: string): Wording => (isEnglish(locale) ? ENGLISH : VIETNAMESE);

/**
 * A decimal string with its unit, as people write it: `1.125.000 tỷ đồng`, `12,5%`; `1,125,000 billion dong` in English.
 * @throws RangeError for a value that is not a plain decimal string.
 */
export function formatAmount({ value, unit }: { value: string; unit: string }, locale = 'vi'): string {
  const number = wording(locale).number(value);
  return unit === '%' ? `${number}%` : `${number} ${unit}`.trim();
}

/**
 * A target's `display` in the contract: `1.125.000 tỷ đồng`, `thêm khoảng 35.000 lao động`, `12,5%`; in English
 * `about an additional 35,000 workers`.
 * @param target `value` a decimal string, counted in `unit`; `increment` when the value is added to what there is.
 * @throws RangeError for a value that is not a plain decimal string.
 */
export function formatTarget(
  target: {
    value: string;
    unit: string;
    qualifier: Qualifier;
    increment: boolean;
  },
  locale = 'vi',
): string {
  const { qualifiers, increment } = wording(locale);
  const words = [target.increment ? increment : '', qualifiers[target.qualifier]];
  if (isEnglish(locale)) words.reverse();
  return [...words, formatAmount(target, locale)].filter(Boolean).join(' ');
}
