import { parsePeriod, periodName, periodText, type Period, type PeriodKind } from '../../../../reports';

/** `Tháng 7/2025`, as a heading or the beginning of a row. */
export function periodTitle(period: Period, locale: string): string {
  const name = periodName(period, locale);
  return name[0]!.toUpperCase() + name.slice(1);
}

/** The period of a kind in which a day lies; null outside the years that are reported. */
export const periodOn = (kind: PeriodKind, day: string): Period | null =>
  parsePeriod(periodText({ kind, from: day, to: day }));

/**
 * The first and the last period of a kind that an address asks for, each written as any period (`2025-07`, `2025-Q3`, `2025`):
 * of months asked for by quarter, the quarters that they are in.
 */
export const askedSpan = (kind: PeriodKind, from: string | undefined, to: string | undefined) => {
  const [first, last] = [from, to].map((text) => (text === undefined ? null : parsePeriod(text)));
  return { first: first ? periodOn(kind, first.from) : null, last: last ? periodOn(kind, last.to) : null };
};
