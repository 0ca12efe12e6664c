import type { Mark } from '../schema';
import { headingLevel } from './elements';
import { classWords, type HtmlElement } from './html-tree';
import { marksWithin } from './marks';
import type { Around, Source } from './pieces';
import { wordItem } from './word-lists';

const CAPTION_WORDS = new Set(
  'caption captions msocaption figcaption chuthich photocaption imgcaption picturecaption'.split(' '),
);
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** What surrounds the children of the outermost element. */
export const aroundAll = (block: HtmlElement, source: Source): Around => ({
  source,
  block,
  marks: [],
  lists: 0,
  heading: null,
  caption: null,
  centred: false,
  preformatted: false,
  item: null,
  button: false,
});

function isCentred({ name, style, attributes }: HtmlElement, inherited: boolean): boolean {
  const align = style['text-align'];
  if (align !== undefined) return /^(?:-webkit-|-moz-)?center/.test(align);
  return attributes.align === undefined ? inherited || name === 'center' : attributes.align.toLowerCase() === 'center';
}

function captionOf(element: HtmlElement, inherited: Around['caption']): Around['caption'] {
  if (inherited === 'element' || element.name === 'figcaption') return 'element';
  return classWords(element).some((word) => CAPTION_WORDS.has(word)) ? 'class' : inherited;
}

/** The marks of text in a heading, which is bold by itself. */
export const headingMarks = (marks: Mark[]): Mark[] => marks.filter(({ type }) => type !== 'bold');

/** What surrounds the children of a block element. */
export function aroundIn(element: HtmlElement, around: Around): Around {
  const { source, block } = around;
  // A heading that was never closed ends where the next block begins.
  const isOver = source.policy.unclosedTags === 'meant' && !block.closed && headingLevel(block) !== null;
  const heading = headingLevel(element) ?? (isOver ? null : around.heading);
  const marks = marksWithin(element, around.marks, source);
  return {
    ...around,
    block: element,
    marks: heading ? headingMarks(marks) : marks,
    heading,
    caption: captionOf(element, around.caption),
    centred: isCentred(element, around.centred),
    preformatted: around.preformatted || PREFORMATTED.has(element.name),
    item: around.lists > 0 ? null : (wordItem(element) ?? around.item),
  };
}
