import { parsePeriod, periodOfDay, periodText, previousPeriod, type PeriodKind } from '../../../../../reports';

/** A period as it is typed: `number` counts months or quarters; `year` is what stands in its box. */
export type PeriodParts = { kind: PeriodKind; number: number; year: string };

/** The parts of what the form holds, also of a period whose year is not typed to its end. Null of anything else. */
export function partsOf(text: string | null | undefined): PeriodParts | null {
  const [, year, quarter, month] = /^([^-]*)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text ?? '') ?? [];
  if (!text || year === undefined) return null;
  return { kind: quarter ? 'quarter' : month ? 'month' : 'year', number: Number(quarter ?? month ?? 1), year };
}

/** The inverse of {@link partsOf}. */
export function textOf({ kind, number, year }: PeriodParts): string {
  if (kind === 'year') return year;
  return kind === 'quarter' ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`;
}

/** The latest period of a kind that has ended before a day of the portal. */
export const latestFinished = (kind: PeriodKind, today: string): string =>
  periodText(previousPeriod(periodOfDay(kind, today)));

/** The period of another kind that begins with this one's first day; the latest finished one where there is none yet. */
export function withKind(text: string | null | undefined, kind: PeriodKind, today: string): string {
  const period = text ? parsePeriod(text) : null;
  return period ? periodText(periodOfDay(kind, period.from)) : latestFinished(kind, today);
}
