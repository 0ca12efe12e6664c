import { toNfc } from './fold-letters';

/** In code points, with the ellipsis. */
const SHORT_TITLE_LENGTH = 100;
const ELLIPSIS = '...';

/**
 * `shortTitle` of the contract: the title in NFC, whole up to 100 code points; otherwise cut back to a space, so that
 * the text and its three full stops are at most 100 code points. One unbroken word is cut at 97. The rule is deduced
 * from the live portal's list of latest news.
 */
export function shortTitle(title: string): string {
  const letters = Array.from(toNfc(title));
  if (letters.length <= SHORT_TITLE_LENGTH) return letters.join('');
  const available = SHORT_TITLE_LENGTH - ELLIPSIS.length;
  const lastSpace = Math.max(letters.lastIndexOf(' ', available), 0);
  const wholeWords = letters.slice(0, lastSpace).join('').trimEnd();
  return (wholeWords || letters.slice(0, available).join('')) + ELLIPSIS;
}
