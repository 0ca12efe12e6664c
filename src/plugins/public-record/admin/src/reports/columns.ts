import { countsOf, type ReportKind } from '../../../../../reports';
import type { ReportWord } from './words';

/** A column of the grid: a count that is typed, or the sum of some that are. */
export type Column = { label: ReportWord; isOptional?: boolean } & (
  { name: string } | { name?: never; sumOf: readonly string[] }
);

/** Columns under a common head; those without one have heads of the same height. */
type ColumnGroup = { label: ReportWord | null; columns: readonly Column[] };

/** As on paper: form II.06a of Circular 01/2020/TT-VPCP, with what was returned or withdrawn apart. */
export const GROUPS: Record<ReportKind, readonly ColumnGroup[]> = {
  'procedure-progress': [
    {
      label: 'receivedGroup',
      columns: [
        { label: 'total', sumOf: ['received', 'carriedOver'] },
        { label: 'received', name: 'received' },
        { label: 'receivedOnline', name: 'receivedOnline', isOptional: true },
        { label: 'receivedInPerson', name: 'receivedInPerson', isOptional: true },
        { label: 'carriedOver', name: 'carriedOver' },
      ],
    },
    {
      label: 'resolvedGroup',
      columns: [
        { label: 'total', sumOf: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'] },
        { label: 'early', name: 'resolvedEarly' },
        { label: 'onTime', name: 'resolvedOnTime' },
        { label: 'late', name: 'resolvedLate' },
      ],
    },
    {
      label: 'pendingGroup',
      columns: [
        { label: 'total', sumOf: ['pendingInTime', 'pendingOverdue'] },
        { label: 'inTime', name: 'pendingInTime' },
        { label: 'overdue', name: 'pendingOverdue' },
      ],
    },
    { label: null, columns: [{ label: 'returned', name: 'returned' }] },
  ],
  'document-exchange': [
    {
      label: null,
      columns: [
        { label: 'sent', name: 'sent' },
        { label: 'documentsReceived', name: 'received' },
        { label: 'digitallySigned', name: 'digitallySigned' },
        { label: 'processedOnTime', name: 'onTime' },
      ],
    },
  ],
};

export const columnsOf = (kind: ReportKind): readonly Column[] => GROUPS[kind].flatMap(({ columns }) => columns);

/** The names of the columns from one on, as a block of cells is pasted: a block that is wider than the typed ones has the sums, too. */
export function pastedColumns(kind: ReportKind, from: string, width: number): (string | null)[] {
  const all = ['field', ...columnsOf(kind).map(({ name }) => name ?? null)];
  const typed = ['field', ...countsOf(kind).map(({ name }) => name)];
  const rest = typed.slice(typed.indexOf(from));
  return width > rest.length ? all.slice(all.indexOf(from)) : rest;
}

/** What each count is called outside the grid, with the common head of its column: `Tiếp nhận: Trực tuyến`. */
export const countLabels = (kind: ReportKind, words: Record<ReportWord, string>): Record<string, string> =>
  Object.fromEntries(
    GROUPS[kind].flatMap(({ label: group, columns }) =>
      columns.flatMap(({ name, label }) =>
        name === undefined ? [] : [[name, group === null ? words[label] : `${words[group]}: ${words[label]}`]],
      ),
    ),
  );
