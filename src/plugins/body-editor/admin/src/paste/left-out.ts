import { type PastedElement } from './pasted-tree';

const SHOW_NO_TEXT = new Set(
  (
    'head title script style noscript template iframe object embed svg math canvas audio video select textarea input ' +
    'button map link meta base xml colgroup col progress datalist dialog del'
  ).split(' '),
);
// Comments, their marks in the text and deleted text, as Word writes them; what it measures columns with.
const WORD_CLASSES = /(?:^|\s)(?:msocomanchor|msocomtxt|msocommentreference|msocommenttext|msodel)(?:\s|$)/i;
const WORD_ELEMENTS = ['comment-list', 'comment', 'header', 'footer', 'footnote-separator', 'endnote-separator'];
const COMMENT_ANCHOR = /#cmnt(?:_ref)?\d/;

const isHidden = ({ attributes, style }: PastedElement) =>
  'hidden' in attributes ||
  style.display === 'none' ||
  style.visibility === 'hidden' ||
  style['mso-hide'] === 'all' ||
  attributes['aria-hidden'] === 'true';

/** Whether an element is no part of what its author wrote to be read: code, controls, hidden, deleted, comments. */
export function isLeftOut(element: PastedElement): boolean {
  const { name, attributes, style } = element;
  return (
    SHOW_NO_TEXT.has(name) ||
    isHidden(element) ||
    WORD_CLASSES.test(attributes.class ?? '') ||
    WORD_ELEMENTS.includes(style['mso-element'] ?? '') ||
    style['mso-special-character'] === 'comment' ||
    (name === 'tr' && attributes.height === '0') ||
    (name === 'a' && COMMENT_ANCHOR.test(attributes.href ?? ''))
  );
}
