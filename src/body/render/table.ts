import type { Table, TableRow } from '../schema';
import { flowHtml, flowLines } from './flow';

type Cell = NonNullable<TableRow['content']>[number];

const cellsOf = (row: TableRow): Cell[] => row.content ?? [];

/**
 * How many rows at the top are headers alone and can stand in a `<thead>`: none where a cell of theirs reaches into
 * the rows below, since a browser would cut it off.
 */
function headRowCount(rows: TableRow[]): number {
  const firstOther = rows.findIndex(
    (row) => cellsOf(row).length === 0 || cellsOf(row).some(({ type }) => type === 'tableCell'),
  );
  const count = firstOther === -1 ? rows.length : firstOther;
  const reachesOut = rows
    .slice(0, count)
    .some((row, index) => cellsOf(row).some(({ attrs }) => index + attrs.rowspan > count));
  return reachesOut ? 0 : count;
}

function scopeOf({ attrs }: Cell, inHead: boolean): string {
  if (inHead) return attrs.colspan > 1 ? 'colgroup' : 'col';
  return attrs.rowspan > 1 ? 'rowgroup' : 'row';
}

function cellHtml(cell: Cell, headsColumn: boolean): string {
  const spans =
    (cell.attrs.colspan > 1 ? ` colspan="${cell.attrs.colspan}"` : '') +
    (cell.attrs.rowspan > 1 ? ` rowspan="${cell.attrs.rowspan}"` : '');
  const inside = flowHtml(cell.content);
  if (cell.type === 'tableCell') return `<td${spans}>${inside}</td>`;
  return `<th scope="${scopeOf(cell, headsColumn)}"${spans}>${inside}</th>`;
}

function rowHtml(row: TableRow): string {
  const cells = cellsOf(row);
  const headsColumns = cells.every(({ type }) => type === 'tableHeader');
  return `<tr>${cells.map((cell) => cellHtml(cell, headsColumns)).join('')}</tr>`;
}

/** A table in a box that can scroll. Headers of a row of headers are for their columns, others for their rows. */
export function tableHtml(table: Table): string {
  const headRows = headRowCount(table.content);
  const rows = table.content.map(rowHtml);
  const head = rows.slice(0, headRows).join('');
  const body = rows.slice(headRows).join('');
  const parts = (head && `<thead>${head}</thead>`) + (body && `<tbody>${body}</tbody>`);
  return `<div class="table-scroll"><table>${parts}</table></div>`;
}

/** A line for each row, its cells apart by tabs; the lines within a cell are apart by spaces. */
export function tableLines(table: Table): string[] {
  return table.content.map((row) =>
    cellsOf(row)
      .map((cell) => flowLines(cell.content).join(' ').replaceAll('\n', ' '))
      .join('\t'),
  );
}
