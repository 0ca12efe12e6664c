import { isEnglish } from '../vietnamese';

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period of the calendar; `from` and `to` are its first and last day, `YYYY-MM-DD`. */
export type Period = { kind: PeriodKind; from: string; to: string };

/** The years of which there are reports. */
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2199;

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

/**
 * Reads `2025-07`, `2025-Q3` or `2025`.
 *
 * @returns null for anything else, and outside the years 2000 to 2199
 */
export function parsePeriod(text: string): Period | null {
  const [, yearText, month, quarter] = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(text) ?? [];
  const year = Number(yearText);
  if (!year || year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  if (month) return periodFrom('month', year, Number(month));
  return quarter ? periodFrom('quarter', year, Number(quarter) * 3 - 2) : periodFrom('year', year, 1);
}

/** The period of a kind that begins with the first day of a month, which is counted from 1. */
function periodFrom(kind: PeriodKind, year: number, month: number): Period {
  const day = (months: number, days: number) =>
    new Date(Date.UTC(year, month - 1 + months, days)).toISOString().slice(0, 10);
  return { kind, from: day(0, 1), to: day(MONTHS[kind], 0) };
}

/** As it is stored: `2025-07`, `2025-Q3`, `2025`. The inverse of {@link parsePeriod}. */
export function periodText({ kind, from }: Period): string {
  if (kind === 'year') return from.slice(0, 4);
  return kind === 'month' ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${quarterOf(from)}`;
}

/** The period of a kind that has a day, `YYYY-MM-DD`. */
export function periodOfDay(kind: PeriodKind, day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return periodFrom(kind, year, month - ((month - 1) % MONTHS[kind]));
}

/** The period of the same kind that ends the day before this one begins. */
export function previousPeriod({ kind, from }: Period): Period {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const before = new Date(Date.UTC(year, month - 1 - MONTHS[kind], 1));
  return periodFrom(kind, before.getUTCFullYear(), before.getUTCMonth() + 1);
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const ENGLISH_QUARTERS = ['first', 'second', 'third', 'fourth'];
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** As people call it: `tháng 7/2025`, `quý III/2025`, `năm 2025`; in English `July 2025`, `the third quarter of 2025`, `2025`. */
export function periodName({ kind, from }: Period, locale = 'vi'): string {
  const [year, month] = from.split('-') as [string, string];
  const english = isEnglish(locale);
  if (kind === 'year') return english ? year : `năm ${year}`;
  if (kind === 'month')
    return english ? `${ENGLISH_MONTHS[Number(month) - 1]} ${year}` : `tháng ${Number(month)}/${year}`;
  const quarter = quarterOf(from) - 1;
  return english ? `the ${ENGLISH_QUARTERS[quarter]} quarter of ${year}` : `quý ${ROMAN[quarter]}/${year}`;
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/**
 * The fewest periods that together have all the whole months between two days: years, before and after them quarters, and
 * months at the ends, in their order. Whatever period lies between the days lies in one of them.
 *
 * @returns runs of one kind, each from the first day of its first period to the last day of its last
 */
export function periodRuns(from: string, to: string): Period[] {
  const [first, last] = [monthIndex(from), monthIndex(to)];
  const begins = from.endsWith('-01') ? first : first + 1;
  const ends = to === periodFrom('month', yearOf(last), (last % 12) + 1).to ? last + 1 : last;
  return runsBetween(['year', 'quarter', 'month'], begins, ends);
}

/** Months are counted from the first of the year 0; `end` is not among them. */
function runsBetween([kind, ...shorter]: readonly PeriodKind[], begin: number, end: number): Period[] {
  if (kind === undefined || begin >= end) return [];
  const length = MONTHS[kind];
  const first = Math.ceil(begin / length) * length;
  const last = Math.floor(end / length) * length;
  if (first >= last) return runsBetween(shorter, begin, end);
  const day = (month: number) => periodFrom('month', yearOf(month), (month % 12) + 1);
  return [
    ...runsBetween(shorter, begin, first),
    { kind, from: day(first).from, to: day(last - 1).to },
    ...runsBetween(shorter, last, end),
  ];
}

const yearOf = (month: number): number => Math.floor(month / 12);

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
