import { formatNumber } from './numbers';

export type Qualifier = 'exact' | 'about' | 'atLeast' | 'atMost';

const QUALIFIERS: Record<Qualifier, string> = { exact: '', about: 'khoảng', atLeast: 'tối thiểu', atMost: 'tối đa' };

/**
 * A target's `display` in the contract: `1.125.000 tỷ đồng`, `thêm khoảng 35.000 lao động`, `12,5%`.
 * @param target `value` a decimal string, counted in `unit`; `increment` when the value is added to what there is.
 * @throws RangeError for a value that is not a plain decimal string.
 */
export function formatTarget(target: {
  value: string;
  unit: string;
  qualifier: Qualifier;
  increment: boolean;
}): string {
  const number = formatNumber(target.value);
  const amount = target.unit === '%' ? `${number}%` : `${number} ${target.unit}`;
  return [target.increment ? 'thêm' : '', QUALIFIERS[target.qualifier], amount.trim()].filter(Boolean).join(' ');
}
