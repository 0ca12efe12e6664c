import { type Block, type Flow, paragraph } from '../../body-document';
import { type Piece, type PicturePiece } from './pieces';

function flowOf(block: Block): Flow[] {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return [block];
    case 'heading':
      return [paragraph(block.content ?? [])];
    case 'blockquote':
      return block.content;
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content)).filter((part) => part.content);
    default:
      return [];
  }
}

/** Whether a piece may stand in an item, a cell or a quote as it is. */
export const isFlow = (piece: Piece): boolean =>
  piece.kind === 'text' || (piece.kind === 'block' && ['bulletList', 'orderedList'].includes(piece.block.type));

/**
 * Pieces for where only paragraphs and lists may stand (an item, a cell, a quote): headings become paragraphs, a table
 * its cells in order. Pictures cannot stay and are handed back, to follow what holds them.
 */
export function asFlow(pieces: Piece[]): { flow: Flow[]; pictures: PicturePiece[] } {
  const pictures = pieces.filter((piece) => piece.kind === 'picture');
  const flow = pieces.flatMap((piece): Flow[] => {
    if (piece.kind === 'picture') return [];
    return piece.kind === 'block' ? flowOf(piece.block) : [paragraph(piece.inline)];
  });
  return { flow, pictures };
}
