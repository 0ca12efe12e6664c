import { flowOf, paragraph } from '../nodes';
import type { Block, Flow, Inline, Mark } from '../schema';
import type { HtmlElement, HtmlNode } from './html-tree';
import type { Policy } from './policies';

/** What markup is read with: the policy of its source, and the whole address of its page, where known. */
export type Source = { policy: Policy; page: string | null };

/** How a list's items are marked: with a bullet, or with a number, counted from it. */
export type Marker = 'bullet' | number;

/** A paragraph of Word's that is an item: how deep it lies, and its marker, which is text where no list shows it. */
export type WordItem = { level: number; marker: Marker | { text: string } };

/** What surrounds a node. `block` is the element whose text is being read, `lists` how deep in lists it lies. */
export type Around = {
  source: Source;
  block: HtmlElement;
  marks: Mark[];
  lists: number;
  heading: number | null;
  /** Within a `<figcaption>`, or in what a class calls a caption. */
  caption: 'element' | 'class' | null;
  centred: boolean;
  preformatted: boolean;
  item: WordItem | null;
  /** Within a link that is a button of its page. */
  button: boolean;
};

/** How a block of text looks: hints of what it is. */
export type Look = Pick<Around, 'caption' | 'centred'> & { bold: boolean; italic: boolean };

/** A piece of what is read, in reading order. `block` tells what shares a paragraph or a cell. */
export type Piece =
  | { kind: 'text'; inline: Inline[]; look: Look; block: HtmlElement }
  | { kind: 'heading'; level: number; inline: Inline[] }
  | { kind: 'item'; level: number; marker: Marker; inline: Inline[] }
  | { kind: 'lettered'; level: number; inline: Inline[] }
  | { kind: 'picture'; src: string; alt: string; caption: string | null; block: HtmlElement }
  | { kind: 'block'; block: Block };

export type PicturePiece = Extract<Piece, { kind: 'picture' }>;
export type TextPiece = Extract<Piece, { kind: 'text' }>;

/** Reads nodes into pieces, in reading order; lists, tables and quotes are given it for what they hold. */
export type Gather = (nodes: HtmlNode[], around: Around) => Piece[];

export const isPicture = (piece: Piece): piece is PicturePiece => piece.kind === 'picture';

/** Whether a piece may stand in an item, a cell or a quote as it is. */
export const isFlow = (piece: Piece): boolean =>
  piece.kind === 'text' || (piece.kind === 'block' && ['bulletList', 'orderedList'].includes(piece.block.type));

/** Pieces for where only paragraphs and lists may stand: headings become paragraphs, a table its cells; no pictures. */
export function asFlow(pieces: Piece[]): Flow[] {
  return pieces.flatMap((piece): Flow[] => {
    if (isPicture(piece)) return [];
    return piece.kind === 'block' ? flowOf(piece.block) : [paragraph(piece.inline)];
  });
}
