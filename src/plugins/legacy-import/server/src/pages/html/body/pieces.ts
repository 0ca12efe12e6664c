import { type Block, type Inline } from '../../body-document';
import { type ElementNode } from '../page-tree';
import { type PagePicture } from './picture-of';

/** How a block of text looks: hints of what it is. */
export type Look = { bold: boolean; italic: boolean; centred: boolean; captioned: boolean };

/**
 * A piece of the body in reading order, before captions find their pictures. `place` is the block element that holds it,
 * so that what shares a paragraph or a cell can be told.
 */
export type Piece =
  | { kind: 'text'; inline: Inline[]; look: Look; place: ElementNode }
  | { kind: 'heading'; level: 2 | 3 | 4; inline: Inline[] }
  | { kind: 'picture'; picture: PagePicture; caption: string | null; place: ElementNode }
  | { kind: 'caption'; inline: Inline[] }
  | { kind: 'block'; block: Block };

export type PicturePiece = Extract<Piece, { kind: 'picture' }>;
export type TextPiece = Extract<Piece, { kind: 'text' }>;
