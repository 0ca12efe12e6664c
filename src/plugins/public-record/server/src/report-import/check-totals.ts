import { countsOf, REPORT_KINDS } from '../../../../../reports';
import type { SheetRow } from '../../../../../spreadsheets';
import { formatNumber } from '../../../../../vietnamese';
import type { DerivedName } from './column-roles';
import type { Column } from './find-tables';
import type { Refuse } from './problems';
import { readCount } from './read-count';
import type { ClassifiedRow } from './classify-rows';

/** What is not summed over periods: of the first or the last of them a total may have it, or the sum all the same. */
const STOCKS: ReadonlySet<string> = new Set([
  ...REPORT_KINDS.flatMap((kind) =>
    countsOf(kind).flatMap(({ name, overTime }) => (overTime === 'flow' ? [] : [name])),
  ),
  ...(['receivedAndCarriedOver', 'pending'] satisfies DerivedName[]),
]);

/** From which row, by its place, to which. */
type Range = readonly [number, number];

/**
 * Compares rows of totals with what they sum up: all rows of the table, those above up to the last total, or those below
 * down to the next. One that is none of these is refused, with the difference to the first. Of rows of several periods only
 * what is summed over time is compared.
 *
 * @param periodOf the period of a row of data
 */
export function checkTotals(
  sorted: readonly ClassifiedRow[],
  columns: readonly Column[],
  periodOf: (row: SheetRow) => string | undefined,
  { refuse, note }: { refuse: Refuse; note(text: string): void },
): void {
  const counted = columns.filter(({ role }) => role?.role === 'count' || role?.role === 'derived');
  const totals = sorted.flatMap(({ is }, at) => (is === 'total' ? [at] : []));
  const sums = new Map(counted.map((column) => [column.at, runningSums(sorted, column)]));
  const haveSeveral = severalPeriods(sorted, periodOf);
  const sumOf = (column: Column, [from, to]: Range) => {
    const running = sums.get(column.at)!;
    return running[to]! - running[from]!;
  };
  for (const [index, at] of totals.entries()) {
    const { row } = sorted[at]!;
    const given = counted.flatMap((column) => {
      const cell = row.cells.get(column.at);
      const read = cell && readCount(cell);
      return read && 'count' in read ? [{ column, count: read.count }] : [];
    });
    if (given.length < counted.filter((column) => row.cells.has(column.at)).length) {
      note(`dòng tổng ${row.number} có ô không đọc được nên chưa kiểm tra được ô ấy.`);
    }
    const ranges: Range[] = [
      [0, sorted.length],
      [totals[index - 1] ?? 0, at],
      [at, totals[index + 1] ?? sorted.length],
    ];
    const comparable = (range: Range) =>
      haveSeveral(range) ? given.filter(({ column: { role } }) => !STOCKS.has((role as { name: string }).name)) : given;
    const wrongIn = (range: Range) => comparable(range).filter(({ column, count }) => sumOf(column, range) !== count);
    const right = ranges.find((range) => wrongIn(range).length === 0);
    if (right && comparable(right).length < given.length) {
      note(`dòng tổng ${row.number} cộng nhiều kỳ nên chưa kiểm tra số chuyển kỳ và số đang giải quyết của dòng ấy.`);
    }
    if (right) continue;
    const closest = ranges.reduce((best, range) => (wrongIn(range).length < wrongIn(best).length ? range : best));
    for (const { column, count } of wrongIn(closest)) {
      const sum = sumOf(column, closest);
      refuse(row.number, column, `Dòng tổng ghi ${written(count)}, nhưng cộng các dòng được ${written(sum)}: lệch ${written(Math.abs(sum - count))}.`); // prettier-ignore
    }
  }
}

const written = (count: number): string => formatNumber(String(count));

/** Whether the rows of data in a range are of more than one period. */
function severalPeriods(
  sorted: readonly ClassifiedRow[],
  periodOf: (row: SheetRow) => string | undefined,
): (range: Range) => boolean {
  // Before each place: how many rows of data there are, and how many of them differ from the one before.
  const rows = [0];
  const turns: number[] = [];
  let last: string | undefined;
  for (const { is, row } of sorted) {
    if (is === 'data') {
      const period = periodOf(row);
      turns.push((turns.at(-1) ?? 0) + (turns.length > 0 && period !== last ? 1 : 0));
      last = period;
    }
    rows.push(turns.length);
  }
  return ([from, to]) => rows[to]! > rows[from]! && turns[rows[to]! - 1]! > turns[rows[from]!]!;
}

/** The sums of a column over the rows of data before each place. */
function runningSums(sorted: readonly ClassifiedRow[], { at }: Column): number[] {
  const sums = [0];
  for (const { is, row } of sorted) {
    const read = is === 'data' ? readCount(row.cells.get(at)) : null;
    sums.push(sums.at(-1)! + (read && 'count' in read ? read.count : 0));
  }
  return sums;
}
