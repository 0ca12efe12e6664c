import type { Flow } from '../schema';
import { inlineHtml, inlineText, isBlank } from './inline';

/** Whether a paragraph or list shows no text at all. */
export function isBlankFlow(node: Flow): boolean {
  if (node.type === 'paragraph') return isBlank(node.content);
  return node.content.every((item) => item.content.every(isBlankFlow));
}

/** A list, with the lists within its items. An ordered list that begins elsewhere than at 1 says so. */
function listHtml(list: Exclude<Flow, { type: 'paragraph' }>): string {
  const items = list.content.map((item) => `<li>${flowHtml(item.content)}</li>`).join('');
  if (list.type === 'bulletList') return `<ul>${items}</ul>`;
  const start = list.attrs.start === 1 ? '' : ` start="${list.attrs.start}"`;
  return `<ol${start}>${items}</ol>`;
}

export function flowNodeHtml(node: Flow): string {
  return node.type === 'paragraph' ? `<p>${inlineHtml(node.content)}</p>` : listHtml(node);
}

/**
 * What lies in a list item or a cell: blank paragraphs are left out, and a single paragraph needs no `<p>`, so that a
 * simple list stays a simple list.
 */
export function flowHtml(nodes: readonly Flow[]): string {
  const shown = nodes.filter((node) => node.type !== 'paragraph' || !isBlank(node.content));
  const paragraphs = shown.filter((node) => node.type === 'paragraph').length;
  return shown
    .map((node) => (node.type === 'paragraph' && paragraphs === 1 ? inlineHtml(node.content) : flowNodeHtml(node)))
    .join('');
}

/** The texts of paragraphs and of list items, one for each that is not blank, in order. */
export function flowLines(nodes: readonly Flow[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'paragraph') return node.content.flatMap((item) => flowLines(item.content));
    return isBlank(node.content) ? [] : [inlineText(node.content)];
  });
}
