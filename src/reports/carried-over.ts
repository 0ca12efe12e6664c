import type { ReportRow } from './counts';
import { fieldKey } from './field-key';

type Row = ReportRow<'procedure-progress'>;

/** What a row carries over, where the last period left another number pending. `field` is null of a whole office. */
export type CarriedOverDifference = { field: string | null; carriedOver: number; pending: number };

const keyOf = (field: string | null): string => (field === null ? '' : fieldKey(field));

export const pendingOf = (row: Row): number => row.pendingInTime + row.pendingOverdue;

/**
 * Compares what rows carry over with what the rows of the last period left pending, field by field; a field that the last
 * period did not have brings nothing along, and one that is missing now carries nothing over. Where one of the two reports has
 * no fields, their sums are compared.
 */
export function carriedOverDifferences(rows: readonly Row[], last: readonly Row[]): CarriedOverDifference[] {
  const carriedOver = totals(rows, (row) => row.carriedOver);
  const pending = totals(last, pendingOf);
  if (carriedOver.has('') !== pending.has('')) {
    const sum = (of: ReturnType<typeof totals>) => [...of.values()].reduce((all, { count }) => all + count, 0);
    return different(null, sum(carriedOver), sum(pending));
  }
  return [...new Map([...pending, ...carriedOver])].flatMap(([key, { field }]) =>
    different(field, carriedOver.get(key)?.count ?? 0, pending.get(key)?.count ?? 0),
  );
}

const totals = (rows: readonly Row[], countOf: (row: Row) => number) =>
  new Map(rows.map((row) => [keyOf(row.field), { field: row.field, count: countOf(row) }]));

const different = (field: string | null, carriedOver: number, pending: number): CarriedOverDifference[] =>
  carriedOver === pending ? [] : [{ field, carriedOver, pending }];
