import type { HtmlElement } from './html-tree';
import { isFlow, type Piece } from './pieces';

/**
 * Where, in the pieces of the last item or cell of a list or table that was never closed, that item or cell was meant to
 * end: after its own text (or its one paragraph) and a list within it. What follows stood after the list or table.
 */
export function spillsFrom(pieces: Piece[], last: HtmlElement): number {
  const own = pieces.findIndex((piece) => piece.kind !== 'text' || piece.block !== last);
  const begin = own < 0 ? pieces.length : Math.max(own, 1);
  const nested = pieces.slice(begin).findIndex((piece) => !isFlow(piece) || piece.kind === 'text');
  return nested < 0 ? pieces.length : begin + nested;
}
