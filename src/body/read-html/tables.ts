import { paragraph } from '../nodes';
import type { TableRow } from '../schema';
import { aroundIn } from './around';
import { type HtmlElement, isElement } from './html-tree';
import { isLeftOut } from './left-out';
import { framedPictures } from './picture-table';
import { type Around, asFlow, type Gather, isPicture, type Piece } from './pieces';
import { spillsFrom } from './spilled';

const MOST_SPAN = 100;
const SMALL = 4;

type Cell = { element: HtmlElement; isHeader: boolean; pieces: Piece[] };

const span = (value: string | undefined, most: number) => {
  if (value === undefined) return 1;
  const given = Number.parseInt(value, 10);
  return given >= 1 ? Math.min(given, most, MOST_SPAN) : 1;
};

/** The cells of a table's own rows, in order; those of tables inside it are not among them. */
function rowsOf(table: HtmlElement, around: Around, gather: Gather): Cell[][] {
  const visible = ({ children }: HtmlElement) => children.filter(isElement).filter((element) => !isLeftOut(element));
  const rows = visible(table).flatMap((part) =>
    (part.name === 'tr' ? [part] : visible(part))
      .filter(({ name }) => name === 'tr')
      .map((row) => ({ row, inHead: part.name === 'thead' })),
  );
  return rows.map(({ row, inHead }) =>
    visible(row)
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((element) => ({
        element,
        isHeader: inHead || element.name === 'th',
        pieces: gather(element.children, aroundIn(element, around)),
      })),
  );
}

/** Takes out of the last cell of a table that was never closed what stood after the table, and gives it back. */
function takeSpilled(table: HtmlElement, rows: Cell[][], { source }: Around): Piece[] {
  if (table.closed || source.policy.unclosedTags === 'parsed') return [];
  const last = rows.at(-1)?.at(-1);
  const isGrid = rows.length >= 2 && rows.flat().length > rows.length;
  if (!last || !isGrid) return [];
  return last.pieces.splice(spillsFrom(last.pieces, last.element));
}

/** Whether the table only places things: one column, tables and headings among its cells, or a few with a picture. */
function isLayout(table: HtmlElement, rows: Cell[][], { source }: Around): boolean {
  if (table.attributes.role === 'presentation' || rows.every((row) => row.length <= 1)) return true;
  const cells = rows.flat();
  const holds = (test: (piece: Piece) => boolean) => cells.some(({ pieces }) => pieces.some(test));
  if (holds((piece) => piece.kind === 'heading' || (piece.kind === 'block' && piece.block.type === 'table'))) {
    return true;
  }
  return source.policy.smallPictureTables === 'layout' && cells.length <= SMALL && holds(isPicture);
}

function rowOf(cells: Cell[], rowsLeft: number): TableRow {
  const content = cells.map(({ element, isHeader, pieces }): NonNullable<TableRow['content']>[number] => {
    const flow = asFlow(pieces);
    return {
      type: isHeader ? 'tableHeader' : 'tableCell',
      attrs: {
        colspan: span(element.attributes.colspan, MOST_SPAN),
        rowspan: span(element.attributes.rowspan, rowsLeft),
      },
      content: flow.length > 0 ? flow : [paragraph([])],
    };
  });
  return { type: 'tableRow', content };
}

/**
 * A table with its spans and without its widths, after its own caption and before the pictures of its cells; or the
 * pictures that it frames, or what it holds in order where it only places things.
 */
export function tablePieces(table: HtmlElement, outside: Around, gather: Gather): Piece[] {
  const around = aroundIn(table, outside);
  const captions = table.children.filter(isElement).filter(({ name }) => name === 'caption');
  const before = captions.flatMap((caption) => gather([caption], outside));
  const all = rowsOf(table, around, gather);
  const after = takeSpilled(table, all, around);
  const spans = all.flat().some(({ element }) => span(element.attributes.rowspan, MOST_SPAN) > 1);
  // An empty row goes, unless cells above may reach into it.
  const rows = all.filter((row) => row.length > 0 && (spans || row.some(({ pieces }) => pieces.length > 0)));
  const pieces = rows.flat().flatMap((cell) => cell.pieces);
  if (pieces.length === 0) return [...before, ...after];

  const pictures = framedPictures(rows.map((row) => row.map((cell) => cell.pieces)));
  if (pictures) return [...before, ...pictures, ...after];
  if (isLayout(table, rows, around)) return [...before, ...pieces, ...after];
  const content = rows.map((row, index) => rowOf(row, rows.length - index));
  return [...before, { kind: 'block', block: { type: 'table', content } }, ...pieces.filter(isPicture), ...after];
}
