/** Days without a clock, `2025-09-17`, as precisely as they are known. */
import { MONTHS } from './portal-time.js';
import { locale, text } from './strings.js';

/** Today where the portal is, whatever the reader's zone. */
export const portalToday = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format();

/** `17/09/2025`, `tháng 9/2025` or `năm 2025`; in English `17 September 2025`, `September 2025`, `2025`. */
export function civilDay(civil, precision = 'day') {
  const [year, month, day] = civil.split('-');
  if (precision === 'year') return text('yearOf', { year });
  const english = locale === 'en';
  if (precision === 'month') return text('monthOf', { year, month: english ? MONTHS[month - 1] : Number(month) });
  return english ? `${Number(day)} ${MONTHS[month - 1]} ${year}` : `${day}/${month}/${year}`;
}

/** `từ 17/09/2025`, `đến năm 2025`, `17/09/2020 – 16/09/2025`. */
export function civilPeriod({ from, to, precision }) {
  const shown = { from: from && civilDay(from, precision), to: to && civilDay(to, precision) };
  if (from && to) return text('period', shown);
  return text(from ? 'periodFrom' : 'periodTo', shown);
}
