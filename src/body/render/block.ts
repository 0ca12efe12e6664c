import type { Block } from '../schema';
import { figureHtml, figureLines, type RenderOptions } from './figure';
import { flowLines, flowNodeHtml, isBlankFlow } from './flow';
import { inlineHtml, inlineText, isBlank } from './inline';
import { tableHtml, tableLines } from './table';

/** Whether a block shows nothing and is left out of what readers get: paragraphs, headings, lists, quotes without text. */
export function isBlankBlock(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return isBlankFlow(block);
    case 'heading':
      return isBlank(block.content);
    case 'blockquote':
      return block.content.every(isBlankFlow);
    default:
      return false;
  }
}

/** One block as HTML that is safe to send: every text and address in it escaped here, no attribute from the outside. */
export function blockHtml(block: Block, options: RenderOptions = {}): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.attrs.level}>${inlineHtml(block.content)}</h${block.attrs.level}>`;
    case 'blockquote':
      return `<blockquote>${block.content
        .filter((node) => !isBlankFlow(node))
        .map(flowNodeHtml)
        .join('')}</blockquote>`;
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block, options);
    case 'horizontalRule':
      return '<hr>';
    default:
      return flowNodeHtml(block);
  }
}

/** One block as plain text, a line for each paragraph, list item and row; a picture's is its caption. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return inlineText(block.content);
    case 'blockquote':
      return flowLines(block.content).join('\n');
    case 'table':
      return tableLines(block).join('\n');
    case 'figure':
      return figureLines(block).join('\n');
    case 'horizontalRule':
      return '';
    default:
      return flowLines([block]).join('\n');
  }
}
