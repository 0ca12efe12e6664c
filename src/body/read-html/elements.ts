import type { HtmlElement } from './html-tree';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
const WORD_HEADING = /(?:^|\s)(?:msoheading|heading)\s?([1-9])(?:\s|$)/i;
const WORD_TITLE = /(?:^|\s)msotitle/i;

/** Whether an element begins and ends a line. What no one knows (`o:p`, `st1:place`) is inline, as in browsers. */
export const isBlock = (name: string): boolean => BLOCKS.has(name);

/** 1 to 6 for a heading by its name, else null. */
export const headingTagLevel = (name: string): number | null => Number(/^h([1-6])$/.exec(name)?.[1]) || null;

/** The level (1 and below) of what is a heading by its name, role, or by what Word calls it or says of its outline. */
export function headingLevel({ name, attributes, style }: HtmlElement): number | null {
  const named = headingTagLevel(name) ?? Number(WORD_HEADING.exec(attributes.class ?? '')?.[1]);
  if (named) return named;
  if (attributes.role === 'heading') return Number(attributes['aria-level']) || 2;
  if (WORD_TITLE.test(attributes.class ?? '')) return 1;
  return name === 'p' || name === 'div' ? Number(style['mso-outline-level']) || null : null;
}
