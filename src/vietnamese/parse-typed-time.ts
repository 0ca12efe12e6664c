import { isCivilDay } from './civil-day';
import { foldEth } from './fold-letters';
import { startOfPortalDay } from './portal-time';

/** Why a typed day or time is refused. */
export type TypedTimeProblem =
  'day-missing' | 'day-unreadable' | 'day-does-not-exist' | 'year-incomplete' | 'time-missing' | 'time-unreadable';

type TypedDay = { day: string } | { problem: TypedTimeProblem };
type TypedInstant = { instant: Date } | { problem: TypedTimeProblem };

type Problem = { problem: TypedTimeProblem };
/** Minutes after midnight, and the text of an explicit offset (`z`, `+07:00`). */
type TimeOfDay = { minutes: number; offset?: string | undefined };

const DAY = String.raw`(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>\d{1,2})`;
const YEAR = String.raw`(?<year>\d{4})`;
const SEPARATOR = String.raw`(?<separator>[-/., ])`;
const dayForm = (form: string) => new RegExp(String.raw`(?<!\d)(?:(?:đăng )?ngày )?${form}(?!\d)`);

const DAY_FORMS = [
  dayForm(String.raw`${DAY}${SEPARATOR}${MONTH}\k<separator>${YEAR}`),
  dayForm(String.raw`${YEAR}${SEPARATOR}${MONTH}\k<separator>${DAY}`),
  dayForm(String.raw`${DAY} tháng ${MONTH}(?: năm |, ?|/| )${YEAR}`),
  // Two digits each, and a year of our time: 20121205 is not the 20th of December 1205.
  dayForm(String.raw`(?<day>\d{2})(?<month>\d{2})(?<year>(?:19|20)\d{2})`),
];
const INCOMPLETE_YEAR = dayForm(String.raw`\d{1,2}(?<separator>[-/., ])\d{1,2}\k<separator>(?:\d{1,3})?`);

const HALF = String.raw`(?: ?(?<half>sa|ch|am|pm|sáng|trưa|chiều|tối|đêm))?`;
const TIME_FORMS = [
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)? ?(?<offset>z|[+-]\d{2}:?\d{2})$/,
  new RegExp(String.raw`^(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?${HALF}$`),
  new RegExp(
    String.raw`^(?<hour>\d{1,2}) ?(?:giờ|h|g)(?: ?(?:(?<minute>\d{1,2})(?: ?(?:phút|p))?|(?<halfHour>rưỡi)))?${HALF}$`,
  ),
  new RegExp(String.raw`^(?<hour>\d{1,2})[.,](?<minute>\d{2})${HALF}$`),
  /^(?<hour>\d{2})(?<minute>\d{2})$/,
];

/**
 * Reads a day that a person typed, as a civil day (`YYYY-MM-DD`). The day comes first: `05/12/2026`, `5-12-2026`,
 * `5.12.2026`, `5 12 2026`, `5,12,2026` (a phone's keys for numbers), `05122026`, `19 - 02 - 2021` and `Đăng ngày 19 - 02 - 2021` (the portal's form), `5 tháng 12
 * năm 2026`; or the year: `2026-12-05`. Ð, NFD and no-break spaces are tolerated. A year needs four digits, since
 * `05/12/20` is also an unfinished `05/12/2026`. Anything else is a problem; never throws.
 */
export function parseTypedDay(text: string): TypedDay {
  const typed = normalise(text);
  if (typed === '') return { problem: 'day-missing' };
  const found = findDay(typed);
  if ('problem' in found) return found;
  return found.rest === '' ? { day: found.day } : { problem: 'day-unreadable' };
}

/**
 * Reads a day and a time that a person typed, together in `dayText` or apart, as an instant at the portal's offset
 * (+07:00) whatever the zone of the machine. A day is as in {@link parseTypedDay}; a time is `7h30`, `7h`, `7 giờ 30`,
 * `7 giờ rưỡi`, `19:05`, `7:05`, `19.05`, `19,05`, `0730`, or has a half of the day: `5:17 CH`, `7 giờ sáng`, `2h chiều`. The time
 * stands after the day or before it (`7h30 ngày 05/12/2026`). An ISO instant with an offset of its own is read as such.
 * Seconds are cut off. Anything else is a problem, also a day without a time; never throws.
 */
export function parseTypedInstant(dayText: string, timeText = ''): TypedInstant {
  const typedTime = normalise(timeText);
  const typedDay = normalise(dayText);
  if (typedDay === '') return { problem: 'day-missing' };
  const found = findDay(typedDay);
  if ('problem' in found) return found;
  if (found.rest !== '' && typedTime !== '') return { problem: 'day-unreadable' };
  const time = readTime(found.rest || typedTime);
  if ('problem' in time) return time;
  const midnight = time.offset
    ? Date.parse(`${found.day}T00:00:00${isoOffset(time.offset)}`)
    : startOfPortalDay(found.day).getTime();
  const instant = new Date(midnight + time.minutes * 60_000);
  return Number.isNaN(instant.getTime()) ? { problem: 'time-unreadable' } : { instant };
}

/** Lower case, one kind of space, hyphen and separator, so that the forms need no variants. */
function normalise(text: string): string {
  return foldEth(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑–—]/g, '-')
    .replace(/ ?([-/.,]) ?/g, '$1')
    .trim();
}

/** The day in a normalised text, and what stands beside it. */
function findDay(typed: string): { day: string; rest: string } | Problem {
  const match = DAY_FORMS.map((form) => form.exec(typed)).find((found) => found !== null);
  if (!match?.groups) return { problem: INCOMPLETE_YEAR.test(typed) ? 'year-incomplete' : 'day-unreadable' };
  const { year = '', month = '', day = '' } = match.groups;
  const civilDay = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A year before 1000 is a slip.
  if (Number(year) < 1000) return { problem: 'year-incomplete' };
  if (!isCivilDay(civilDay)) return { problem: 'day-does-not-exist' };
  const before = typed.slice(0, match.index).replace(/[ ,-]+$/, '');
  const after = typed.slice(match.index + match[0].length).replace(/^(?:[ ,-]|lúc |t(?=\d))+/, '');
  if (before !== '' && after !== '') return { problem: 'day-unreadable' };
  return { day: civilDay, rest: before || after };
}

function readTime(typed: string): TimeOfDay | Problem {
  if (typed === '') return { problem: 'time-missing' };
  const groups = TIME_FORMS.map((form) => form.exec(typed)).find((found) => found !== null)?.groups;
  if (!groups) return { problem: 'time-unreadable' };
  const hour = hourOfDay(Number(groups.hour), groups.half);
  const minute = groups.halfHour ? 30 : Number(groups.minute ?? 0);
  if (hour === null || minute > 59) return { problem: 'time-unreadable' };
  return { minutes: hour * 60 + minute, offset: groups.offset };
}

/** Hours of a half that mean one hour only: `12 giờ đêm` may be of either day, and `12 giờ tối` is said of midnight. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  const isBetween = (first: number, last: number) => hour >= first && hour <= last;
  switch (half) {
    case undefined:
      return isBetween(0, 23) ? hour : null;
    case 'sa':
    case 'am':
      return isBetween(0, 12) ? hour % 12 : null;
    case 'ch':
    case 'pm':
      return isBetween(1, 12) ? (hour % 12) + 12 : isBetween(13, 23) ? hour : null;
    case 'sáng':
      return isBetween(0, 11) ? hour : null;
    case 'trưa':
      return isBetween(10, 13) ? hour : isBetween(1, 2) ? hour + 12 : null;
    case 'đêm':
      return isBetween(0, 3) ? hour : isBetween(8, 11) ? hour + 12 : isBetween(20, 23) ? hour : null;
    default:
      return isBetween(1, 11) ? hour + 12 : isBetween(13, 23) ? hour : null;
  }
}

const isoOffset = (offset: string): string => (offset === 'z' ? 'Z' : offset.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2'));
