import { toNfc, writableText } from '../../vietnamese';

// What a browser collapses: no-break spaces are not among it.
const COLLAPSIBLE = /[ \t\n\r\f]+/g;
// Editors of the old portal pad blocks with no-break and zero-width characters; at the edge of a block they show nothing.
const EDGE = /[\s\u200b\u2060\ufeff]/;
/** The text as it is stored, without the delete character; a form feed, which is white space in HTML, is a space. */
export const cleanText = (text: string): string => writableText(text.replaceAll('\f', ' ').replaceAll('\u007f', ''));

/** Runs of HTML white space as one space each. */
export const collapse = (text: string): string => text.replace(COLLAPSIBLE, ' ');

export const trimBlockStart = (text: string): string => {
  let start = 0;
  while (start < text.length && EDGE.test(text.charAt(start))) start += 1;
  return text.slice(start);
};

// Not /[…]+$/, whose time grows with the square of a run of spaces inside the text.
export const trimBlockEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** Without white space, no-break and zero-width characters at either end. */
export const trimBlock = (text: string): string => trimBlockStart(trimBlockEnd(text));

/** Collapsed and trimmed, no-break spaces inside kept: the text of a block. */
export const blockText = (text: string): string => trimBlock(collapse(cleanText(text)));

/** How long the text is to a reader: code points after NFC. */
export const lengthOf = (text: string): number => Array.from(toNfc(text)).length;
