import type { HtmlElement } from './html-tree';

const SHOW_NO_TEXT = new Set(
  (
    'head title script style noscript template iframe object embed applet svg math canvas audio video select textarea ' +
    'input button map area link meta base source track xml colgroup col frameset frame noframes progress datalist ' +
    'dialog del s strike'
  ).split(' '),
);
// Comments, their marks in the text and deleted text, as Word writes them; what it measures columns with.
const WORD_CLASSES = /(?:^|\s)(?:msocomanchor|msocomtxt|msocommentreference|msocommenttext|msodel)(?:\s|$)/i;
const WORD_ELEMENTS = ['comment-list', 'comment', 'header', 'footer', 'footnote-separator', 'endnote-separator'];
const COMMENT_ANCHOR = /#cmnt(?:_ref)?\d/;

const isHidden = ({ attributes, style }: Pick<HtmlElement, 'attributes' | 'style'>) =>
  'hidden' in attributes ||
  style.display === 'none' ||
  style.visibility === 'hidden' ||
  style['mso-hide'] === 'all' ||
  attributes['aria-hidden']?.toLowerCase() === 'true';

const isStruck = (style: HtmlElement['style']) =>
  /\bline-through\b/.test(style['text-decoration-line'] ?? style['text-decoration'] ?? '');

/** Whether an element is no part of what its author wrote to be read: code, controls, hidden, struck out, comments. */
export function isLeftOut(element: Pick<HtmlElement, 'name' | 'attributes' | 'style'>): boolean {
  const { name, attributes, style } = element;
  return (
    SHOW_NO_TEXT.has(name) ||
    isHidden(element) ||
    isStruck(style) ||
    WORD_CLASSES.test(attributes.class ?? '') ||
    WORD_ELEMENTS.includes(style['mso-element'] ?? '') ||
    style['mso-special-character'] === 'comment' ||
    (name === 'tr' && attributes.height === '0') ||
    (name === 'a' && COMMENT_ANCHOR.test(attributes.href ?? ''))
  );
}
