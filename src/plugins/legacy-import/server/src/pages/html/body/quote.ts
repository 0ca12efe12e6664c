import { type ElementNode } from '../page-tree';
import { asFlow, isFlow } from './flow';
import { type Around, gather, type Reading } from './gather';
import { type Piece } from './pieces';

// The Indent button of Internet Explorer's editor wrote a blockquote with this style.
const INDENT = /margin-right\s*:\s*0/i;

/** A quote as one block. What only indents, or holds more than a quote can, is what it holds. */
export function quotePieces(quote: ElementNode, reading: Reading, around: Around): Piece[] {
  const pieces = gather(quote, reading, around);
  if (pieces.length === 0 || !pieces.every(isFlow) || INDENT.test(quote.attributes.style ?? '')) return pieces;
  return [{ kind: 'block', block: { type: 'blockquote', content: asFlow(pieces).flow } }];
}
