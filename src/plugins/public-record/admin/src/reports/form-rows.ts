import {
  carriedOverDifferences,
  countProblem,
  countsOf,
  fieldKey,
  fieldProblems,
  imbalances,
  MOST_FIELDS,
  pendingOf,
  type ReportKind,
  type ReportRow,
} from '../../../../../reports';
import { formatNumber, isEnglish, parseNumber } from '../../../../../vietnamese';

/** A count as the form holds it: a whole number, nothing, or what was typed and cannot be read as one. */
export type FormCount = number | null | { typed: string };

/** A row as the form holds it: its field, and its counts by their names. */
export type FormRow = { field: string | null; [count: string]: string | FormCount };

export const countOf = (row: FormRow, name: string): FormCount => (row[name] ?? null) as FormCount;

/** Reads a count as it is typed, with full stops between thousands or without. */
export function readCount(text: string): FormCount {
  if (text.trim() === '') return null;
  const number = Number(parseNumber(text) ?? NaN);
  return Number.isSafeInteger(number) ? number : { typed: text };
}

/** Whether a value of a row is not what was typed and cannot be read. */
export const isRead = (value: FormRow[string] | undefined): boolean => typeof value !== 'object' || value === null;

export const writeCount = (count: FormCount): string =>
  count === null ? '' : typeof count === 'number' ? formatNumber(String(count)) : count.typed;

export const blankRow = (kind: ReportKind, field: string | null = null): FormRow => ({
  field,
  ...Object.fromEntries(countsOf(kind).map(({ name }) => [name, null])),
});

/** A new row of what the last period left pending of the same field, or of the whole office. */
export const rowAfter = (kind: ReportKind, last: ReportRow): FormRow => ({
  ...blankRow(kind, last.field),
  ...(kind === 'procedure-progress' && { carriedOver: pendingOf(last as ReportRow<'procedure-progress'>) }),
});

/** Finds a row by its field, in any spelling; null is the whole office. */
export function byField<Row extends { field: string | null }>(
  rows: readonly Row[],
): (field: string | null) => Row | null {
  const found = new Map(rows.map((row) => [fieldKey(row.field ?? ''), row]));
  return (field) => found.get(fieldKey(field ?? '')) ?? null;
}

/** The row as the server would store it; null while a count that it needs is missing or cannot be read. */
function completeRow(kind: ReportKind, row: FormRow): ReportRow | null {
  const isComplete = countsOf(kind).every(
    ({ name, isOptional }) => (isOptional && countOf(row, name) === null) || countProblem(row[name]) === null,
  );
  return isComplete ? (row as ReportRow) : null;
}

/** Some counts added up, those that are empty as nought; null where none is there, or one cannot be read. */
export function sumOf(counts: readonly FormCount[]): number | null {
  const numbers = counts.filter((count) => count !== null);
  if (numbers.length === 0 || numbers.some((count) => typeof count !== 'number')) return null;
  return (numbers as number[]).reduce((sum, count) => sum + count, 0);
}

/** The sum of a column; null where a row leaves out what others have. */
export function columnSum(rows: readonly FormRow[], name: string, isOptional = false): number | null {
  const counts = rows.map((row) => countOf(row, name));
  return isOptional && counts.includes(null) ? null : sumOf(counts);
}

/** A problem of a row: at a count, at its field, or of none of them. */
export type FormProblem = { name: string; message: string };

/**
 * What is wrong with each row as far as it is filled in: counts that cannot be read, counts that do not add up, and fields that
 * are missing or occur twice. In Vietnamese as the server would say it, or in English.
 */
export function problemsOf(kind: ReportKind, rows: readonly FormRow[], locale: string): FormProblem[][] {
  const named = rows.map(({ field }) => ({ field: field?.trim() || null }));
  const ofFields = fieldProblems(named, locale);
  return rows.map((row, index) => {
    const unreadable = countsOf(kind)
      .filter(({ name }) => countOf(row, name) !== null && countProblem(row[name]) !== null)
      .map(({ name, label, english }) => ({
        name,
        message: `“${isEnglish(locale) ? english : label}”: ${countProblem(row[name], locale)}`,
      }));
    const complete = completeRow(kind, row);
    return [
      ...ofFields
        .filter(({ path }) => path[0] === String(index))
        .map(({ message }) => ({ name: 'field', message: message.replace(/^\p{L}+ \d+: /u, '') })),
      ...unreadable,
      ...(complete ? imbalances(kind, complete, locale) : []),
    ];
  });
}

/** What the rows carry over that differs from the last period; nothing while a row is not complete. */
export function carriedOverWarnings(
  kind: ReportKind,
  rows: readonly FormRow[],
  last: readonly ReportRow[] | null,
): ReturnType<typeof carriedOverDifferences> {
  const complete = rows.map((row) => completeRow(kind, row));
  if (kind !== 'procedure-progress' || last === null || complete.includes(null)) return [];
  return carriedOverDifferences(
    complete as ReportRow<'procedure-progress'>[],
    last as readonly ReportRow<'procedure-progress'>[],
  );
}

/** The cells of a text that a spreadsheet puts on the clipboard; null for a single cell, which is pasted like any text. */
export function cellsOf(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(lines)) return null;
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of lines.matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

/**
 * The rows after a block of cells has been pasted from a cell on: rightwards in the order of `columns`, of which null takes
 * nothing, and downwards, adding rows. What lies outside is left out.
 */
export function withCells(
  kind: ReportKind,
  rows: readonly FormRow[],
  at: { row: number; columns: readonly (string | null)[] },
  cells: readonly (readonly string[])[],
): FormRow[] {
  const changed = [...rows];
  for (const [down, line] of cells.entries()) {
    const index = at.row + down;
    if (index >= MOST_FIELDS) break;
    const row: FormRow = { ...(changed[index] ?? blankRow(kind)) };
    for (const [right, text] of line.entries()) {
      const column = at.columns[right];
      if (column === 'field') row.field = text.replace(/\s+/g, ' ').trim() || null;
      else if (column) row[column] = readCount(text);
    }
    changed[index] = row;
  }
  return changed;
}
