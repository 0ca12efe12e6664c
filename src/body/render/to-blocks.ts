import type { Block, Body, Figure } from '../schema';
import { blockHtml, blockText, isBlankBlock } from './block';

/** What a picture of the body is, but for its file's address, which the read side knows. `file` is a document id. */
type BodyImage = Figure['attrs'];

/** A block as the contract has it; an image's `image` is completed by the read side. */
export type RenderedBlock =
  | { type: 'paragraph' | 'list' | 'quote' | 'table' | 'rule'; text: string; html: string }
  | { type: 'heading'; level: 2 | 3 | 4; text: string; html: string }
  | { type: 'image'; image: BodyImage };

const NAMES = {
  paragraph: 'paragraph',
  bulletList: 'list',
  orderedList: 'list',
  blockquote: 'quote',
  table: 'table',
  horizontalRule: 'rule',
} as const;

function toBlock(block: Block): RenderedBlock {
  if (block.type === 'figure') return { type: 'image', image: { ...block.attrs } };
  const shown = { text: blockText(block), html: blockHtml(block) };
  if (block.type === 'heading') return { type: 'heading', level: block.attrs.level, ...shown };
  return { type: NAMES[block.type], ...shown };
}

/** The blocks of a body in order, without those that show nothing. */
export function toBlocks(body: Body): RenderedBlock[] {
  return body.content.filter((block) => !isBlankBlock(block)).map(toBlock);
}
