import { isCivilDay } from './civil-day';
import { DEFAULT_LOCALE } from './default-locale';
import { isEnglish } from './display-time';
import { portalDay, toPortalInstant } from './portal-time';

const WEEKDAYS = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const NEAR_DAYS: Record<'vi' | 'en', Record<number, string>> = {
  vi: { [-2]: 'hôm kia', [-1]: 'hôm qua', 0: 'hôm nay', 1: 'ngày mai', 2: 'ngày kia' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const UNITS = { vi: { day: 'ngày', month: 'tháng', year: 'năm' }, en: { day: 'day', month: 'month', year: 'year' } };

/**
 * A civil day (`YYYY-MM-DD`) as one checks it, beside today's: `Thứ Bảy, 05/12/2026 — ngày mai`; for `en` and its
 * regions `Saturday, 05/12/2026 — tomorrow`. Up to 60 days away are counted in days, then in months and years.
 * @throws RangeError for what is not a civil day.
 */
export function describeDay(day: string, today: string, locale = DEFAULT_LOCALE): string {
  if (!isCivilDay(day) || !isCivilDay(today)) throw new RangeError('A civil day is written YYYY-MM-DD');
  const language = isEnglish(locale) ? 'en' : 'vi';
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day.split('-').reverse().join('/')} — ${distance(day, today, language)}`;
}

/**
 * An instant as one checks it at the moment `now`, at +07:00: `Thứ Bảy, 05/12/2026 — ngày mai, 7 giờ sáng`; for `en` and
 * its regions `Saturday, 05/12/2026 — tomorrow, 7:00 am`. An instant of today that is over says so.
 * @throws RangeError for an invalid date, and outside the years 1 to 9999.
 */
export function describeInstant(instant: Date, now: Date, locale = DEFAULT_LOCALE): string {
  const language = isEnglish(locale) ? 'en' : 'vi';
  const isOver = portalDay(instant) === portalDay(now) && instant <= now;
  const over = { vi: ' (đã qua)', en: ' (past)' }[language];
  const day = describeDay(portalDay(instant), portalDay(now), locale);
  return `${day}, ${timeOfDay(instant, language)}${isOver ? over : ''}`;
}

function distance(day: string, today: string, language: 'vi' | 'en'): string {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  const near = NEAR_DAYS[language][days];
  if (near) return near;
  const months = Math.abs(wholeMonths(day, today));
  const [count, unit]: [number, 'day' | 'month' | 'year'] =
    Math.abs(days) <= 60
      ? [Math.abs(days), 'day']
      : months < 24
        ? [months, 'month']
        : [Math.floor(months / 12), 'year'];
  const amount = `${count} ${UNITS[language][unit]}`;
  if (language === 'vi') return `${amount} ${days > 0 ? 'nữa' : 'trước'}`;
  return days > 0 ? `in ${amount}s` : `${amount}s ago`;
}

/** Months that have passed in full, from the earlier day to the later. */
function wholeMonths(one: string, other: string): number {
  const [from = '', to = ''] = [one, other].sort();
  const [[fromYear = 0, fromMonth = 0, fromDay = 0], [toYear = 0, toMonth = 0, toDay = 0]] = [
    from.split('-').map(Number),
    to.split('-').map(Number),
  ];
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

function timeOfDay(instant: Date, language: 'vi' | 'en'): string {
  const [hour = 0, minute = 0] = toPortalInstant(instant).slice(11, 16).split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  if (language === 'en') return `${hour % 12 || 12}:${minutes} ${hour >= 12 ? 'pm' : 'am'}`;
  const [name, first] = partOfDay(hour);
  return `${hour - first} giờ ${minute === 0 ? '' : `${minutes} `}${name}`;
}

/** What the part of the day is called, and the hour from which its hours are counted. */
function partOfDay(hour: number): [name: string, countedFrom: number] {
  if (hour === 0) return ['đêm', 0];
  if (hour <= 10) return ['sáng', 0];
  if (hour <= 12) return ['trưa', 0];
  if (hour <= 17) return ['chiều', 12];
  return hour <= 21 ? ['tối', 12] : ['đêm', 12];
}
