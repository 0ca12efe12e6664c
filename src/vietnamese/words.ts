const OF_A_WORD = /[\p{L}\p{N}\p{M}]/u;
const UNKNOWN = 0;
const INSIDE = 1;
const OUTSIDE = 2;
/** What is known of each UTF-16 unit: a class of letters in a pattern takes ten times as long for a megabyte. */
const kinds = new Uint8Array(0x10000);

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Half of a pair is what its letter is.
  if (unit >= 0xd800 && unit <= 0xdfff) return OF_A_WORD.test(letterAround(text, at));
  if (kinds[unit] === UNKNOWN) kinds[unit] = OF_A_WORD.test(String.fromCharCode(unit)) ? INSIDE : OUTSIDE;
  return kinds[unit] === INSIDE;
}

const letterAround = (text: string, at: number): string =>
  String.fromCodePoint(text.codePointAt(isSecondOfPair(text, at) ? at - 1 : at)!);

const isSecondOfPair = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0xdc00 && at > 0 && text.codePointAt(at - 1)! > 0xffff;

/** Where words (letters, digits and their marks) begin and end, in UTF-16 units. */
export type WordRanges = { starts: number[]; ends: number[] };

/** The words of a text, in its order and in linear time. */
export function wordRanges(text: string): WordRanges {
  const starts: number[] = [];
  const ends: number[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    if (isOfWord(text, at) === inside) continue;
    (inside ? ends : starts).push(at);
    inside = !inside;
  }
  if (inside) ends.push(text.length);
  return { starts, ends };
}
