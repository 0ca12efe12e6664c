/** A figure as the form holds it: a decimal string, empty, or what was typed and cannot be read as one. */
export type FormFigure = string | { typed: string };
/** A year, nothing, or what was typed and is none. */
export type FormYear = number | string | null;

export type FormTarget = {
  name: string;
  nameEn: string | null;
  unit: string;
  unitEn: string | null;
  qualifier: 'exact' | 'about' | 'atLeast' | 'atMost';
  increment: boolean;
  value: FormFigure;
  dueYear: FormYear;
  baseline: { year: FormYear; value: FormFigure } | null;
  planned: { year: number; value: FormFigure }[];
  actual: FormActual[];
  agencies: string[];
};
export type FormActual = { year: number; value: FormFigure; asOf: string; source: string; sourceEn: string | null };
export type FormMeasure = { name: string; group: string | null; agencies: string[] };
export type FormProject = {
  name: string;
  nameEn: string | null;
  agency: string | null;
  status: 'planned' | 'ongoing' | 'finished' | 'stopped';
  funding: FormFunding[];
};
export type FormFunding = {
  source: string;
  sourceEn: string | null;
  year: FormYear;
  value: FormFigure;
  unit: string;
  unitEn: string | null;
};
export type FormReport = { on: string; summary: string; problems: string | null };

export const blankTarget = (dueYear: FormYear): FormTarget => ({
  ...{ name: '', nameEn: null, unit: '', unitEn: null, qualifier: 'exact', increment: false, value: '', dueYear },
  ...{ baseline: null, planned: [], actual: [], agencies: [] },
});
export const blankMeasure = (group: string | null): FormMeasure => ({ name: '', group, agencies: [] });
export const blankProject = (): FormProject => ({
  ...{ name: '', nameEn: null, agency: null, status: 'planned', funding: [] },
});
/** Like the line before: one source over several years is the common case. */
export const blankFunding = (before: FormFunding | undefined): FormFunding => ({
  source: before?.source ?? '',
  sourceEn: before?.sourceEn ?? null,
  year: typeof before?.year === 'number' ? before.year + 1 : null,
  value: '',
  unit: before?.unit ?? 'tỷ đồng',
  unitEn: before?.unitEn ?? null,
});
export const blankReport = (on: string): FormReport => ({ on, summary: '', problems: null });

/** The rows of a stored value; null for what no form wrote, which must not be edited: saving would lose it. */
export function rowsOf<Row>(value: unknown): Row[] | null {
  if (value === null || value === undefined || value === '') return [];
  const parsed = typeof value === 'string' ? parsedJson(value) : value;
  const isList = Array.isArray(parsed) && parsed.every((row) => typeof row === 'object' && row !== null);
  return isList ? (parsed as Row[]) : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A row with this figure in a year; without it where the figure is empty. Years stay in order. */
export function withPlanned(target: FormTarget, year: number, value: FormFigure): FormTarget {
  const others = target.planned.filter((one) => one.year !== year);
  return { ...target, planned: value === '' ? others : inOrder([...others, { year, value }]) };
}

/** A row with these facts of a year; without them where neither a figure nor a source is left. */
export function withActual(target: FormTarget, year: number, changed: Partial<FormActual>): FormTarget {
  const others = target.actual.filter((one) => one.year !== year);
  const before = target.actual.find((one) => one.year === year);
  const now = { ...(before ?? { year, value: '', asOf: '', source: '', sourceEn: null }), ...changed };
  const isEmpty = now.value === '' && now.source === '';
  return { ...target, actual: isEmpty ? others : inOrder([...others, now]) };
}

const inOrder = <Row extends { year: number }>(rows: Row[]): Row[] => rows.sort((one, other) => one.year - other.year);

const MOST_YEARS = 60;

/** The years of the table of a target: from the programme's first to the target's, and every other with a figure. */
export function yearsOfTarget({ dueYear, planned, actual }: FormTarget, from: unknown, to: unknown): number[] {
  const last = typeof dueYear === 'number' ? Math.max(dueYear, ...actual.map(({ year }) => year)) : to;
  const count = typeof from === 'number' && typeof last === 'number' ? last - from + 1 : 0;
  const ofPeriod =
    count > 0 && count <= MOST_YEARS ? Array.from({ length: count }, (_, index) => (from as number) + index) : [];
  const all = new Set([...ofPeriod, ...planned.map(({ year }) => year), ...actual.map(({ year }) => year)]);
  return [...all].sort((one, other) => one - other);
}
