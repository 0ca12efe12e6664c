import { type TableRow } from '../../../../../body/schema';
import { type Around, gather } from './gather';
import { isLeftOut } from './left-out';
import { isElement, type PastedElement } from './pasted-tree';
import { pictureTable } from './picture-table';
import { asFlow, isPicture, paragraph, type Piece } from './pieces';

const MOST_SPAN = 100;

export type Cell = { element: PastedElement; isHeader: boolean; pieces: Piece[] };

const span = (value: string | undefined, most: number) => {
  const given = Number.parseInt(value ?? '', 10);
  return given >= 1 ? Math.min(given, most, MOST_SPAN) : 1;
};

function rowsOf(table: PastedElement, around: Around): Cell[][] {
  const visible = ({ children }: PastedElement) => children.filter(isElement).filter((element) => !isLeftOut(element));
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
        pieces: gather(element.children, around),
      })),
  );
}

/** Whether the table only places things: one column, or tables and headings among its cells. */
const isLayout = (rows: Cell[][]) =>
  rows.every((row) => row.length <= 1) ||
  rows
    .flat()
    .some(({ pieces }) =>
      pieces.some((piece) => piece.kind === 'heading' || (piece.kind === 'block' && piece.block.type === 'table')),
    );

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
export function tablePieces(table: PastedElement, around: Around): Piece[] {
  const captions = table.children.filter(isElement).filter(({ name }) => name === 'caption');
  const before = captions.flatMap((caption) => gather(caption.children, around));
  const all = rowsOf(table, around);
  const spans = all.flat().some(({ element }) => span(element.attributes.rowspan, MOST_SPAN) > 1);
  // An empty row goes, unless cells above may reach into it.
  const rows = all.filter((row) => row.length > 0 && (spans || row.some(({ pieces }) => pieces.length > 0)));
  const pieces = rows.flat().flatMap((cell) => cell.pieces);
  if (pieces.length === 0) return before;

  const pictures = pictureTable(rows);
  if (pictures) return [...before, ...pictures];
  if (isLayout(rows)) return [...before, ...pieces];
  const content = rows.map((row, index) => rowOf(row, rows.length - index));
  return [...before, { kind: 'block', block: { type: 'table', content } }, ...pieces.filter(isPicture)];
}
