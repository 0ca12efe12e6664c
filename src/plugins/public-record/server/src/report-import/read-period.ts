import { parsePeriod, type Period, periodText } from '../../../../../reports';
import type { Cell } from '../../../../../spreadsheets';
import { flatKey } from '../../../../../vietnamese';

const LONGEST = 300;

const twoDigits = (number: string): string => number.padStart(2, '0');

const QUARTERS: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

const quarter = (year: string, written: string) => parsePeriod(`${year}-Q${QUARTERS[written] ?? written}`);
const month = (year: string, written: string) => parsePeriod(`${year}-${twoDigits(written)}`);

const MONTH = /^(?:ky |thang |t ?)?(\d{1,2}) (?:nam )?(\d{4})$/;
const MONTH_OF_YEAR = /^(?:nam )?(\d{4}) (?:thang )?(\d{1,2})$/;
const QUARTER = /^(?:quy |q ?)?(i{1,3}|iv) (?:nam )?(\d{4})$|^(?:quy |q ?)([1-4]) (?:nam )?(\d{4})$/;
const YEAR = /^(?:nam )?(\d{4})$/;
const DAY = '(?:ngay )?(\\d{1,2}) (?:thang )?(\\d{1,2}) (?:nam )?(\\d{4})';
const RANGE = new RegExp(`\\b${DAY} (?:den )?(?:het )?${DAY}\\b`);
const FIRST_DAY = /^0?1 (\d{1,2}) (\d{4})$/;

/**
 * A period as a cell has it: `2025-07`, `7/2025`, `Tháng 7 năm 2025`, `Quý III/2025`, `2025`, its first and last day, or
 * the first day of a month, which is how a spreadsheet stores a month. Null for anything else.
 */
export function readPeriod(cell: Cell): Period | null {
  if (cell.type === 'date') return cell.day?.endsWith('-01') ? parsePeriod(cell.day.slice(0, 7)) : null;
  if (cell.type === 'number') return parsePeriod(cell.decimal);
  return cell.type === 'text' ? periodOf(cell.text) : null;
}

/** {@link readPeriod} of a text. */
export function periodOf(text: string): Period | null {
  if (text.length > LONGEST) return null;
  const stored = parsePeriod(text.trim().toUpperCase());
  if (stored) return stored;
  const key = flatKey(text);
  const [, roman, romanYear, digit, digitYear] = QUARTER.exec(key) ?? [];
  if (roman) return quarter(romanYear!, roman);
  if (digit) return quarter(digitYear!, digit);
  const [, monthNumber, monthYear] = MONTH.exec(key) ?? FIRST_DAY.exec(key) ?? [];
  if (monthNumber) return month(monthYear!, monthNumber);
  const [, year, numberAfter] = MONTH_OF_YEAR.exec(key) ?? YEAR.exec(key) ?? [];
  if (year) return numberAfter ? month(year, numberAfter) : parsePeriod(year);
  return rangeOf(text);
}

/** The period whose first and last day a text names. */
export function rangeOf(text: string): Period | null {
  const found = RANGE.exec(text.length > LONGEST ? '' : flatKey(text));
  if (!found) return null;
  const [, fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = found.map((one) => twoDigits(one));
  const [from, to] = [`${fromYear}-${fromMonth}-${fromDay}`, `${toYear}-${toMonth}-${toDay}`];
  const candidates = [`${fromYear}-${fromMonth}`, `${fromYear}-Q${Math.ceil(Number(fromMonth) / 3)}`, `${fromYear}`];
  return candidates.map(parsePeriod).find((one) => one?.from === from && one.to === to) ?? null;
}

/** A number of a month or quarter beside a column of years. */
export function periodOfYear(part: 'month' | 'quarter', text: string, year: string): Period | null {
  const [, written] = /^(?:thang |quy |t ?|q ?)?(\d{1,2}|i{1,3}|iv)$/.exec(flatKey(text.slice(0, LONGEST))) ?? [];
  if (written === undefined || !/^\d{4}$/.test(year)) return null;
  if (part === 'quarter') return quarter(year, written);
  return /^\d/.test(written) ? month(year, written) : null;
}

const MENTION =
  /\b(ngay \d{1,2} thang \d{1,2} nam \d{4}|(?:dau|cuoi|giua|thang|quy) nam \d{4}|(?:thang|t) ?(\d{1,2})(?: nam)? (\d{4})|(?:quy|q) ?(iv|i{1,3}|[1-4])(?: nam)? (\d{4})|(?:thang \d{1,2}|quy (?:iv|i{1,3}|\d))\b|nam (\d{4}))\b/g;

/**
 * The periods that a line above a table names: `Kỳ báo cáo: Quý III/Năm 2025`. Null stands for one that is none of ours,
 * such as six months. Days are no periods.
 */
export function mentionedPeriods(text: string): (Period | null)[] {
  if (text.length > LONGEST) return [];
  return [...flatKey(text).matchAll(MENTION)].flatMap(
    ([all, , monthNumber, monthYear, quarterName, quarterYear, year]) => {
      if (all.startsWith('ngay')) return [];
      if (monthNumber) return [month(monthYear!, monthNumber)];
      if (quarterName) return [quarter(quarterYear!, quarterName)];
      return [year ? parsePeriod(year) : null];
    },
  );
}

export const samePeriod = (one: Period, other: Period): boolean => periodText(one) === periodText(other);
