import type { Block, Flow, Inline, ListItem } from './schema';

type Paragraph = ListItem['content'][0];

/** A paragraph; without inline content it is the empty one that a table cell needs. */
export const paragraph = (content: Inline[]): Paragraph =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };

export const plainParagraph = (text: string): Paragraph => paragraph([{ type: 'text', text }]);

/** The inline content as plain text; a break is a line feed. */
export const inlineText = (inline: readonly Inline[] = []): string =>
  inline.map((part) => (part.type === 'text' ? part.text : '\n')).join('');

/** The paragraphs and lists in a block that may not stand where only they may: of a table its cells in order. */
export function flowOf(block: Block): Flow[] {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return [block];
    case 'blockquote':
      return block.content;
    case 'table':
      return block.content
        .flatMap((row) => (row.content ?? []).flatMap((cell) => cell.content))
        .filter((part) => part.content);
    default:
      return [];
  }
}
