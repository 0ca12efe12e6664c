import { type Block, type Flow, type Inline, type ListItem } from '../../../../../body/schema';

/** How a list's items are marked: with a bullet, or with a number, counted from it. */
export type Marker = 'bullet' | number;

/** A piece of what was pasted, in reading order. Word's list items are paragraphs that say how deep they lie. */
export type Piece =
  | { kind: 'text'; inline: Inline[]; caption: boolean }
  | { kind: 'heading'; level: number; inline: Inline[] }
  | { kind: 'item'; level: number; marker: Marker; inline: Inline[] }
  | { kind: 'lettered'; level: number; inline: Inline[] }
  | { kind: 'picture'; src: string; caption: string }
  | { kind: 'block'; block: Block };

export type PicturePiece = Extract<Piece, { kind: 'picture' }>;

export const paragraph = (content: Inline[]): ListItem['content'][0] =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };

export const plainText = (inline: Inline[]): string =>
  inline.map((part) => (part.type === 'text' ? part.text : ' ')).join('');

function flowOf(block: Block): Flow[] {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return [block];
    case 'blockquote':
      return block.content;
    case 'table':
      return block.content.flatMap((row) => (row.content ?? []).flatMap((cell) => cell.content));
    default:
      return [];
  }
}

export const isPicture = (piece: Piece): piece is PicturePiece => piece.kind === 'picture';

/** Whether a piece may stand in an item, a cell or a quote as it is. */
export const isFlow = (piece: Piece): boolean =>
  piece.kind === 'text' || (piece.kind === 'block' && ['bulletList', 'orderedList'].includes(piece.block.type));

/** Pieces for where only paragraphs and lists may stand: headings become paragraphs, a table its cells in order. */
export function asFlow(pieces: Piece[]): Flow[] {
  return pieces.flatMap((piece): Flow[] => {
    if (isPicture(piece)) return [];
    return piece.kind === 'block' ? flowOf(piece.block) : [paragraph(piece.inline)];
  });
}
