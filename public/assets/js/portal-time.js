/**
 * `19/02/2021 5:17 CH` (in English `19 February 2021, 5:17 pm`) from `2021-02-19T17:17:00+07:00`, for the few instants
 * without a display string.
 * The contract's instants already stand at the portal's offset, so their own digits are read: no Date, no Intl,
 * whose midnight differs between browsers.
 */
import { locale } from './strings.js';

export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export function portalTime(instant) {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(instant);
  const clock = `${Number(hour) % 12 || 12}:${minute}`;
  const isMorning = Number(hour) < 12;
  if (locale === 'en') return `${Number(day)} ${MONTHS[month - 1]} ${year}, ${clock} ${isMorning ? 'am' : 'pm'}`;
  return `${day}/${month}/${year} ${clock} ${isMorning ? 'SA' : 'CH'}`;
}
