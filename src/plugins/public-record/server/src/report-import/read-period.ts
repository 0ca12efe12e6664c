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
const LAST_DAY = new RegExp(`\\b(?:${DAY} )?den (?:het )?${DAY}\\b`);
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

/**
 * Whether the days that a text names (“từ ngày 15/6/2025 đến ngày 14/9/2025”, “tính đến 30/9/2025”) may be those of a
 * period: it ends in the period's last month, and begins in its first or the one before, as offices' periods do.
 */
export function mayEndSo(text: string, { from, to }: Period): boolean {
  const found = LAST_DAY.exec(text.length > LONGEST ? '' : flatKey(text));
  if (!found) return true;
  const [, , fromMonth, fromYear, , toMonth, toYear] = found;
  const months = (year: string, number: string) => Number(year) * 12 + Number(number);
  const monthsOf = (day: string) => months(day.slice(0, 4), day.slice(5, 7));
  if (months(toYear!, toMonth!) !== monthsOf(to)) return false;
  return fromYear === undefined || [0, 1].includes(monthsOf(from) - months(fromYear, fromMonth!));
}

/** Whether a text names a last day. */
export const namesDays = (text: string): boolean => LAST_DAY.test(text.length > LONGEST ? '' : flatKey(text));

/** A spreadsheet calls the copy of a sheet `Tháng 3 (2)`. */
const nameOf = (sheet: string): string => flatKey(sheet.slice(0, LONGEST).replace(/ ?\(\d{1,3}\)$/, ''));

const PART = /\b(thang|t|quy|q) ?(\d{1,2}|i{1,3}|iv)\b(?: (?:nam )?(\d{4}|\d{2})\b)?(?! (?:\d|i))/g;

/** The month or quarter that the name of a sheet, such as `BC tháng 3` or `T3-26`, means in a year. */
export function periodOfName(name: string, year: string): Period | null {
  const [one, ...others] = nameOf(name).matchAll(PART);
  const [, part = '', number = '', ofYear = year] = one ?? [];
  if (!one || others.length > 0 || !year.endsWith(ofYear)) return null;
  return periodOfYear(part.startsWith('t') ? 'month' : 'quarter', number, year);
}

/** Whether the name of a sheet speaks of months or quarters. */
export const namesParts = (name: string): boolean =>
  /\b(?:\d{1,2} ?(?:thang|t)|(?:thang|t|quy|q) ?(?:\d{1,2}|i{1,3}|iv)|luy ke)\b/.test(nameOf(name));

/** A number of a month or quarter beside a column of years. */
export function periodOfYear(part: 'month' | 'quarter', text: string, year: string): Period | null {
  const [, written] = /^(?:thang |quy |t ?|q ?)?(\d{1,2}|i{1,3}|iv)$/.exec(flatKey(text.slice(0, LONGEST))) ?? [];
  if (written === undefined || !/^\d{4}$/.test(year)) return null;
  if (part === 'quarter') return quarter(year, written);
  return /^\d/.test(written) ? month(year, written) : null;
}

/** A letterhead's date may have its day and month left open, to be written by hand; a number may be in words. */
const MENTION =
  /\b(ngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam \d{4}|(?:thang|quy) (?:gieng|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?|chap) nam \d{4}|(?:dau|cuoi|giua|thang|quy) nam \d{4}|(?:thang|t) ?(\d{1,2})(?: nam)? (\d{4})|(?:quy|q) ?(iv|i{1,3}|[1-4])(?: nam)? (\d{4})|(?:thang \d{1,2}|quy (?:iv|i{1,3}|\d))\b|nam (\d{4}))\b/g;

/** What makes figures others than those of the month, quarter or year that a line names. */
const NOT_WHOLE =
  /\b(?:luy ke|cong don|tu dau nam|den (?:het )?(?:thang|quy)|tuan (?:thu )?(?:\d|i|tu)|nua (?:dau|cuoi))\b/;

/** Whether a text, as above a table, says that figures are sums since some earlier day. */
export const saysRunningTotal = (text: string): boolean =>
  /^(?:so lieu |ket qua )?(?:luy ke|cong don|tu dau nam)\b/.test(flatKey(text.slice(0, LONGEST)));

/**
 * The periods that a line above a table names: `Kỳ báo cáo: Quý III/Năm 2025`. Null stands for one that is none of ours,
 * such as six months, or what has come in since the beginning of the year. Days are no periods.
 */
export function mentionedPeriods(text: string): (Period | null)[] {
  if (text.length > LONGEST) return [];
  const key = flatKey(text);
  const isWhole = !NOT_WHOLE.test(key);
  return [...key.matchAll(MENTION)].flatMap(([all, , monthNumber, monthYear, quarterName, quarterYear, year]) => {
    if (all.startsWith('ngay')) return [];
    if (!isWhole) return [null];
    if (monthNumber) return [month(monthYear!, monthNumber)];
    if (quarterName) return [quarter(quarterYear!, quarterName)];
    return [year ? parsePeriod(year) : null];
  });
}

export const samePeriod = (one: Period, other: Period): boolean => periodText(one) === periodText(other);
