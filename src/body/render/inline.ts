import { toNfc } from '../../vietnamese';
import type { Inline, Mark } from '../schema';
import { escapeHtml } from './escape-html';

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', subscript: 'sub', superscript: 'sup' } as const;

const isElsewhere = (href: string) => /^https?:/i.test(href);

function openTag(mark: Mark): string {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>`;
  const rel = isElsewhere(mark.attrs.href) ? ' rel="noopener"' : '';
  return `<a href="${escapeHtml(mark.attrs.href)}"${rel}>`;
}

const closeTag = (mark: Mark) => (mark.type === 'link' ? '</a>' : `</${TAGS[mark.type]}>`);

const sameMark = (one: Mark, other: Mark | undefined) => other !== undefined && openTag(one) === openTag(other);

/**
 * The inline nodes of one paragraph as HTML. A mark that goes on over several texts is one element; a break lies
 * within the marks that the texts on both of its sides share.
 */
export function inlineHtml(nodes: readonly Inline[] = []): string {
  let html = '';
  let open: Mark[] = [];
  let breaks = '';
  const moveTo = (marks: Mark[]) => {
    const differs = open.findIndex((mark, position) => !sameMark(mark, marks[position]));
    const shared = differs === -1 ? open.length : differs;
    html += open.slice(shared).reverse().map(closeTag).join('') + breaks;
    html += marks.slice(shared).map(openTag).join('');
    open = marks;
    breaks = '';
  };

  for (const node of nodes) {
    if (node.type === 'hardBreak') {
      breaks += '<br>';
    } else {
      moveTo(node.marks ?? []);
      html += escapeHtml(node.text);
    }
  }
  moveTo([]);
  return html;
}

/** The inline nodes of one paragraph as plain text in NFC, breaks as line feeds. */
export function inlineText(nodes: readonly Inline[] = []): string {
  return toNfc(nodes.map((node) => (node.type === 'text' ? node.text : '\n')).join(''));
}

/** Whether there is nothing to see: no text, or white space and breaks alone. */
export function isBlank(nodes: readonly Inline[] = []): boolean {
  return inlineText(nodes).trim() === '';
}
