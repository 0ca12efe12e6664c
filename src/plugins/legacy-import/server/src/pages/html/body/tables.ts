import { type Cell, type Row, paragraph } from '../../body-document';
import { type ElementNode } from '../page-tree';
import { asFlow } from './flow';
import { type Around, aroundIn, gather, type Reading } from './gather';
import { captionedPictures } from './picture-table';
import { type Piece, type PicturePiece } from './pieces';
import { spillsFrom } from './spilled';
import { type CellPieces, rowsOf } from './table-cells';

const MOST_SPAN = 100;

const span = (value: string | undefined, most: number) => {
  const given = Number.parseInt(value ?? '', 10);
  return given >= 1 ? Math.min(given, most, MOST_SPAN) : 1;
};

/** Takes out of the last cell of a table that was never closed what stood after the table, and gives it back. */
function takeSpilled(table: ElementNode, rows: CellPieces[][]): Piece[] {
  const last = rows.at(-1)?.at(-1);
  if (table.closed || !last || rows.length < 2 || rows.flat().length <= rows.length) return [];
  return last.pieces.splice(spillsFrom(last.pieces, last.element));
}

/** Whether the table only places things: one column, tables within, or pictures and headings among its cells. */
function isLayout(table: ElementNode, rows: CellPieces[][]): boolean {
  if (table.attributes.role === 'presentation' || Math.max(...rows.map((row) => row.length)) <= 1) return true;
  const cells = rows.flat();
  const holdsStructure = cells.some(({ pieces }) =>
    pieces.some((piece) => piece.kind === 'heading' || (piece.kind === 'block' && piece.block.type === 'table')),
  );
  if (holdsStructure) return true;
  return cells.length <= 4 && cells.some(({ pieces }) => pieces.some(({ kind }) => kind === 'picture'));
}

function rowOf(cells: CellPieces[], rowsLeft: number): { row: Row; pictures: PicturePiece[] } {
  const pictures: PicturePiece[] = [];
  const content = cells.map(({ element, pieces }): Cell => {
    const parts = asFlow(pieces);
    pictures.push(...parts.pictures);
    const isHeader = element.name === 'th' || element.parent?.parent?.name === 'thead';
    const attrs = {
      colspan: span(element.attributes.colspan, MOST_SPAN),
      rowspan: span(element.attributes.rowspan, rowsLeft),
    };
    return {
      type: isHeader ? 'tableHeader' : 'tableCell',
      attrs,
      content: parts.flow.length > 0 ? parts.flow : [paragraph([])],
    };
  });
  return { row: { type: 'tableRow', content }, pictures };
}

/**
 * A table of the body: its pictures with their captions where it is a frame around pictures, what it holds in order
 * where it only places things, else a table, followed by the pictures of its cells.
 */
export function tablePieces(table: ElementNode, reading: Reading, around: Around): Piece[] {
  const caption = table.children.filter((child) => child.kind === 'element').find(({ name }) => name === 'caption');
  const heading = caption ? gather(caption, reading, aroundIn(caption, around)) : [];
  const all = rowsOf(table).map((row) =>
    row.map((element) => ({ element, pieces: gather(element, reading, aroundIn(element, around)) })),
  );
  const spilled = takeSpilled(table, all);
  // A row that shows nothing goes, unless cells above may reach into it.
  const spans = all.flat().some(({ element }) => span(element.attributes.rowspan, MOST_SPAN) > 1);
  const rows = spans ? all : all.filter((row) => row.some(({ pieces }) => pieces.length > 0));
  if (!rows.some((row) => row.some(({ pieces }) => pieces.length > 0))) return [...heading, ...spilled];

  const pictures = captionedPictures(rows);
  if (pictures) return [...heading, ...pictures, ...spilled];
  if (isLayout(table, rows)) return [...heading, ...rows.flat().flatMap(({ pieces }) => pieces), ...spilled];
  const parts = rows.map((row, index) => rowOf(row, rows.length - index));
  return [
    ...heading,
    { kind: 'block', block: { type: 'table', content: parts.map(({ row }) => row) } },
    ...parts.flatMap((part) => part.pictures),
    ...spilled,
  ];
}
