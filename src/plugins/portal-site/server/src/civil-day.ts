import type { Locale } from './locales';
import type { Text } from './words';

type Precision = 'day' | 'month' | 'year';
type Words = { locale: Locale; text: Text };

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A civil day as precisely as it is known: `17/09/2025`, `tháng 9/2025` or `năm 2025`; in English
 * `17 September 2025`, `September 2025`, `2025`.
 *
 * @param civil `YYYY-MM-DD`
 */
export function civilDay(civil: string, { locale, text }: Words, precision: Precision = 'day'): string {
  const [year = '', month = '', day = ''] = civil.split('-');
  if (precision === 'year') return text('yearOf', { year });
  const name = MONTHS[Number(month) - 1] ?? month;
  if (precision === 'month') return text('monthOf', { year, month: locale === 'en' ? name : Number(month) });
  return locale === 'en' ? `${Number(day)} ${name} ${year}` : `${day}/${month}/${year}`;
}

/** `từ 17/09/2025`, `đến năm 2025`, `17/09/2020 – 16/09/2025`. */
export function civilPeriod(
  { from, to, precision = 'day' }: { from: string | null; to: string | null; precision?: Precision },
  words: Words,
): string {
  const shown = {
    from: from === null ? '' : civilDay(from, words, precision),
    to: to === null ? '' : civilDay(to, words, precision),
  };
  if (from !== null && to !== null) return words.text('period', shown);
  return words.text(from === null ? 'periodTo' : 'periodFrom', shown);
}
