import { formatNumber } from '../../../../../vietnamese';
import type { Column } from './find-tables';
import type { Refuse } from './problems';
import { readCount } from './read-count';
import type { SortedRow } from './sort-rows';

/** From which row, by its place, to which. */
type Range = readonly [number, number];

/**
 * Compares rows of totals with what they sum up: all rows of the table, those above up to the last total, or those below
 * down to the next. One that is none of these is refused, with the difference to the first.
 */
export function checkTotals(
  sorted: readonly SortedRow[],
  columns: readonly Column[],
  { refuse, note }: { refuse: Refuse; note(text: string): void },
): void {
  const counted = columns.filter(({ role }) => role?.role === 'count' || role?.role === 'derived');
  const totals = sorted.flatMap(({ is }, at) => (is === 'total' ? [at] : []));
  const sums = new Map(counted.map((column) => [column.at, runningSums(sorted, column)]));
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
    const wrongIn = (range: Range) => given.filter(({ column, count }) => sumOf(column, range) !== count);
    if (ranges.some((range) => wrongIn(range).length === 0)) continue;
    const closest = ranges.reduce((best, range) => (wrongIn(range).length < wrongIn(best).length ? range : best));
    for (const { column, count } of wrongIn(closest)) {
      const sum = sumOf(column, closest);
      refuse(row.number, column, `Dòng tổng ghi ${written(count)}, nhưng cộng các dòng được ${written(sum)}: lệch ${written(Math.abs(sum - count))}.`); // prettier-ignore
    }
  }
}

const written = (count: number): string => formatNumber(String(count));

/** The sums of a column over the rows of data before each place. */
function runningSums(sorted: readonly SortedRow[], { at }: Column): number[] {
  const sums = [0];
  for (const { is, row } of sorted) {
    const read = is === 'data' ? readCount(row.cells.get(at)) : null;
    sums.push(sums.at(-1)! + (read && 'count' in read ? read.count : 0));
  }
  return sums;
}
