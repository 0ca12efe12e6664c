import { parsePeriod, type PeriodKind } from '../../src/reports';

const FLOWS = [...['received', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'returned']] as const;
const LAST = ['pendingInTime', 'pendingOverdue'] as const;

type Counts = Record<string, number | null>;
/** `unit` is which field is meant, however `field` spells it. */
type Named = { unit: string | null; field: string | null };
export type NaiveReport = { agency: string; period: string; rows: (Named & { counts: object })[] };
type Row = Named & { agency: string; from: string; to: string; kind: PeriodKind; counts: Counts };

const LENGTH: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

const periodAround = (kind: PeriodKind, day: string): { from: string; to: string } => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = month - ((month - 1) % LENGTH[kind]);
  const text = kind === 'year' ? `${year}` : kind === 'month' ? day.slice(0, 7) : `${year}-Q${Math.ceil(first / 3)}`;
  return parsePeriod(text)!;
};

/** Adds rows over time: flows are summed, carriedOver is the first one's, what is pending the last one's. */
function overTime(rows: readonly Row[]): Counts {
  const sorted = [...rows].sort((one, other) => one.from.localeCompare(other.from));
  const counts: Counts = { carriedOver: sorted[0]!.counts.carriedOver ?? 0, receivedOnline: 0 };
  for (const name of FLOWS) counts[name] = sorted.reduce((sum, { counts: { [name]: count } }) => sum + count!, 0);
  for (const name of LAST) counts[name] = sorted.at(-1)!.counts[name]!;
  counts.receivedOnline = addOptional(sorted.map((row) => row.counts.receivedOnline ?? null));
  return counts;
}

const addOptional = (values: readonly (number | null)[]): number | null =>
  values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0);

/** Adds counts over agencies and fields: all are summed. */
function overUnits(all: readonly Counts[]): Counts {
  const names = ['carriedOver', ...FLOWS, ...LAST];
  const summed = Object.fromEntries(names.map((name) => [name, all.reduce((sum, counts) => sum + counts[name]!, 0)]));
  return { ...summed, receivedOnline: addOptional(all.map(({ receivedOnline }) => receivedOnline ?? null)) };
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return [...found.values()];
}

/** The rows of reports, each by each. */
const rowsOf = ({ agency, period, rows }: NaiveReport): Row[] =>
  rows.map(({ counts, ...named }) => ({ agency, ...named, ...parsePeriod(period)!, counts: counts as Counts }));

/** The rows of the reports between two days, but for those that lie in a longer one of these. */
export function naiveReported(reports: readonly NaiveReport[], from: string, to: string): Row[] {
  const within = reports.filter(({ period }) => parsePeriod(period)!.from >= from && parsePeriod(period)!.to <= to);
  return withoutContained(within).flatMap(rowsOf);
}

const withoutContained = (reports: readonly NaiveReport[]): NaiveReport[] =>
  reports.filter((one) => {
    const own = parsePeriod(one.period)!;
    return !reports.some((other) => {
      const longer = parsePeriod(other.period)!;
      return other !== one && other.agency === one.agency && longer.from <= own.from && longer.to >= own.to;
    });
  });

/** The sums of agencies and fields by a kind of period, as the answer's rows have to be. */
export function naiveRows(reports: readonly NaiveReport[], kind: PeriodKind): Row[] {
  const fitting = reports.filter(({ period }) => LENGTH[parsePeriod(period)!.kind] <= LENGTH[kind]);
  const rows = withoutContained(fitting)
    .flatMap(rowsOf)
    .map((row) => ({ ...row, within: periodAround(kind, row.from) }));
  return groups(rows, ({ agency, within }) => JSON.stringify([agency, within.from])).flatMap((ofAgency) => {
    const { agency, within } = ofAgency[0]!;
    const row = ({ unit, field }: Named, counts: Counts) => ({
      ...{ agency, unit, field },
      kind,
      from: within.from,
      to: within.to,
      counts,
    });
    if (isMixed(ofAgency)) return [row({ unit: null, field: null }, overTime(wholePeriods(ofAgency)))];
    return groups(ofAgency, ({ unit }) => String(unit)).map((group) => {
      const [newest] = [...group].sort((one, other) => other.from.localeCompare(one.from));
      return row(newest!, overTime(group));
    });
  });
}

const isMixed = (rows: readonly Row[]): boolean =>
  rows.some(({ unit }) => unit === null) && rows.some(({ unit }) => unit !== null);

/** The rows of an agency, each period as one. */
const wholePeriods = (rows: readonly Row[]): Row[] =>
  groups(rows, ({ from, to }) => from + to).map((period) => ({
    ...period[0]!,
    counts: overUnits(period.map(({ counts }) => counts)),
  }));

/** The totals over rows of one kind of period. An agency that reports with fields and without is one unit. */
export function naiveTotals(rows: readonly Row[]): Counts {
  const units = groups(rows, ({ agency }) => agency).flatMap((ofAgency) => {
    return isMixed(ofAgency) ? [wholePeriods(ofAgency)] : groups(ofAgency, ({ unit }) => String(unit));
  });
  return overUnits(units.map(overTime));
}
