import { countsOf, imbalances, type ReportRow } from '../../../../../reports';
import type { SheetRow } from '../../../../../spreadsheets';
import { formatNumber } from '../../../../../vietnamese';
import type { DerivedName } from './column-roles';
import type { Column, Table } from './find-tables';
import type { Refuse } from './problems';
import { readCount } from './read-count';

type Counts = Record<string, number | null>;

/** The counts of a row, where they are whole and add up. */
export function readCounts({ kind, columns }: Table, { number, cells }: SheetRow, refuse: Refuse): Counts | null {
  const counts: Counts = {};
  const derived = new Map<Column & { role: { name: DerivedName } }, number>();
  const columnsByName = new Map<string, Column>();
  let isWhole = true;
  for (const column of columns) {
    const { role, at } = column;
    if (role?.role !== 'count' && role?.role !== 'derived') continue;
    const cell = cells.get(at);
    if (!cell && (role.role === 'derived' || countsOf(kind).find(({ name }) => name === role.name)?.isOptional))
      continue;
    const read = readCount(cell);
    if ('problem' in read) {
      refuse(number, column, read.problem);
      isWhole = false;
    } else if (role.role === 'derived') derived.set(column as Column & { role: { name: DerivedName } }, read.count);
    else {
      counts[role.name] = (counts[role.name] ?? 0) + read.count;
      columnsByName.set(role.name, column);
    }
  }
  if (!isWhole) return null;
  if (kind === 'procedure-progress' && !completeProcedures(counts, columns, (problem) => refuse(number, null, problem)))
    return null;
  const problems = imbalances(kind, counts as unknown as ReportRow);
  for (const { name, message } of problems) {
    refuse(number, columnsByName.get(name) ?? null, `${message[0]!.toUpperCase()}${message.slice(1)}.`);
  }
  const wrong = [...derived].filter(([column, given]) => !expectedOf(column, counts, columns).includes(given));
  for (const [column, given] of wrong) {
    const [expected = 0] = expectedOf(column, counts, columns);
    refuse(number, column, `Ô này là ${written(given)}, nhưng cộng các cột thành phần được ${written(expected)}: lệch ${written(Math.abs(given - expected))}.`); // prettier-ignore
  }
  return problems.length + wrong.length > 0 ? null : counts;
}

const written = (count: number): string => formatNumber(String(count));

/** The form has what came in only by its ways, and nothing of what was returned. */
function completeProcedures(counts: Counts, columns: readonly Column[], refuse: (problem: string) => void): boolean {
  counts.receivedOnline ??= null;
  counts.receivedInPerson ??= null;
  counts.returned ??= 0;
  const hasReceived = columns.some(({ role }) => role?.role === 'count' && role.name === 'received');
  if (hasReceived) return true;
  if (counts.receivedOnline === null || counts.receivedInPerson === null) {
    refuse('Cần số tiếp nhận trực tuyến và số tiếp nhận trực tiếp, bưu chính: nếu không có thì ghi 0.');
    return false;
  }
  counts.received = counts.receivedOnline + counts.receivedInPerson;
  return true;
}

/** What a total of the form can be; that of what came in has what was carried over where the form has it there. */
function expectedOf({ role, path }: Column, counts: Counts, columns: readonly Column[]): number[] {
  const sum = (...names: string[]) => names.reduce((total, name) => total + (counts[name] ?? 0), 0);
  if (role?.role !== 'derived') return [];
  if (role.name === 'resolved') return [sum('resolvedEarly', 'resolvedOnTime', 'resolvedLate')];
  if (role.name === 'pending') return [sum('pendingInTime', 'pendingOverdue')];
  const isInGroup = columns.some(
    (one) =>
      one.role?.role === 'count' && one.role.name === 'carriedOver' && path.length > 1 && one.path[0] === path[0],
  );
  return isInGroup ? [sum('received', 'carriedOver')] : [sum('received', 'carriedOver'), sum('received')];
}
