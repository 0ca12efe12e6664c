import { type ElementNode } from '../page-tree';
import { type Piece } from './pieces';

/** A cell of a table and what was gathered from it. */
export type CellPieces = { element: ElementNode; pieces: Piece[] };

const elements = ({ children }: ElementNode) => children.filter((child) => child.kind === 'element');

/** The cells of a table's own rows, in order; those of tables inside it are not among them. */
export function rowsOf(table: ElementNode): ElementNode[][] {
  const parts = elements(table).flatMap((child) => (child.name === 'tr' ? [child] : elements(child)));
  return parts
    .filter(({ name }) => name === 'tr')
    .map((row) => elements(row).filter(({ name }) => name === 'td' || name === 'th'));
}
