import type { Mark } from '../schema';
import type { HtmlElement } from './html-tree';
import { linkTarget } from './link-target';
import type { Source } from './pieces';

type Simple = Exclude<Mark['type'], 'link'>;

const BY_NAME = new Map<string, Simple>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['dfn', 'italic'],
  ['var', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
]);

// Word writes what was inserted while changes were tracked, with its time: that is no emphasis.
const isTrackedInsertion = ({ name, attributes }: HtmlElement) => name === 'ins' && 'datetime' in attributes;

/** Which marks an element's style gives its text (true) and takes from it (false). */
function byStyle({ style }: HtmlElement): Partial<Record<Simple, boolean>> {
  const weight = style['font-weight'];
  const slant = style['font-style'];
  const line = style['text-decoration-line'] ?? style['text-decoration'];
  const height = style['vertical-align'];
  return {
    ...(weight && /^(?:bold|bolder|normal|lighter|\d+)$/.test(weight) && { bold: /^bold|^[6-9]\d\d/.test(weight) }),
    ...(slant && /^(?:italic|oblique|normal)/.test(slant) && { italic: !slant.startsWith('normal') }),
    ...(line && { underline: /\bunderline\b/.test(line) }),
    ...(height === 'sub' && { subscript: true }),
    ...(height === 'super' && { superscript: true }),
  };
}

/**
 * The marks of the text in an element: those around it, its own by name, and what its style says, which has the last
 * word. An underlined link is only a link; a line drawn under the text around is not ended by a style within.
 */
export function marksWithin(element: HtmlElement, around: Mark[], { policy, page }: Source): Mark[] {
  // Emphasis or a link that was never ended was not meant for every block after its own.
  if (element.reopened && policy.unclosedTags === 'meant') return around;
  const { name, attributes } = element;
  const own = isTrackedInsertion(element) ? undefined : BY_NAME.get(name);
  // Most elements say nothing of the text within.
  if (own === undefined && name !== 'a' && attributes.style === undefined) return around;
  const styled = byStyle(element);
  const simple = new Set<Simple>(around.map(({ type }) => type).filter((type) => type !== 'link'));
  const underlined = simple.has('underline');
  if (own) simple.add(own);
  for (const [type, given] of Object.entries(styled) as [Simple, boolean][]) {
    if (given) simple.add(type);
    else if (type !== 'underline' || !underlined) simple.delete(type);
  }
  if (simple.has('subscript') && simple.has('superscript')) {
    simple.delete(own === 'subscript' || styled.subscript ? 'superscript' : 'subscript');
  }

  const href = name === 'a' ? linkTarget(attributes.href ?? '', policy.links, page) : null;
  const link = href ? [{ type: 'link' as const, attrs: { href } }] : around.filter(({ type }) => type === 'link');
  if (link.length > 0) simple.delete('underline');
  return [...link, ...[...simple].map((type) => ({ type }))];
}
