import { type PastedElement } from './pasted-tree';

const BLOCKS = new Set(
  (
    'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header html legend li main menu nav p pre section summary caption tbody thead tfoot tr td th'
  ).split(' '),
);
const WORD_HEADING = /(?:^|\s)(?:msoheading|heading)\s?([1-9])(?:\s|$)/i;
const WORD_TITLE = /(?:^|\s)msotitle/i;

export const isBlock = (name: string): boolean => BLOCKS.has(name);

/** The level (1 and below) of what is a heading by its name, role, or by what Word calls it or says of its outline. */
export function headingLevel({ name, attributes, style }: PastedElement): number | null {
  const named = /^h([1-6])$/.exec(name)?.[1] ?? WORD_HEADING.exec(attributes.class ?? '')?.[1];
  if (named) return Number(named);
  if (attributes.role === 'heading') return Number(attributes['aria-level']) || 2;
  if (WORD_TITLE.test(attributes.class ?? '')) return 1;
  return name === 'p' || name === 'div' ? Number(style['mso-outline-level']) || null : null;
}
