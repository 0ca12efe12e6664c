import { DEFAULT_LOCALE } from './default-locale';
import { portalDay, toPortalInstant } from './portal-time';

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * `display.dateLine` of the contract, at +07:00: `Đăng ngày 19 - 02 - 2021`; for `en` and its regions
 * `19 February 2021`. Any other locale gets the Vietnamese form.
 * @throws RangeError for an invalid date, and outside the years 1 to 9999.
 */
export function dateLine(date: Date, locale = DEFAULT_LOCALE): string {
  const [year, month, day] = portalDay(date).split('-');
  if (isEnglish(locale)) return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1]} ${year}`;
  return `Đăng ngày ${day} - ${month} - ${year}`;
}

/**
 * `display.dateTime` of the contract, at +07:00: `19/02/2021 5:17 CH`; for `en` and its regions
 * `19 February 2021, 5:17 pm`. Hours run from 12 (midnight `12:05 SA`, noon `12:00 CH`) to 11.
 * @throws RangeError for an invalid date, and outside the years 1 to 9999.
 */
export function dateTime(date: Date, locale = DEFAULT_LOCALE): string {
  const [hour, minute] = toPortalInstant(date).slice(11, 16).split(':');
  const afternoon = Number(hour) >= 12;
  const time = `${Number(hour) % 12 || 12}:${minute}`;
  if (isEnglish(locale)) return `${dateLine(date, locale)}, ${time} ${afternoon ? 'pm' : 'am'}`;
  return `${portalDay(date).split('-').reverse().join('/')} ${time} ${afternoon ? 'CH' : 'SA'}`;
}

/** Whether a locale is English or a region of it. */
export function isEnglish(locale: string): boolean {
  return /^en(-|$)/i.test(locale);
}
