import { flatKey, normalForm } from '../../../../../vietnamese';

/** A word of a text: its range in UTF-16 units, and its flat key. */
export type Word = { from: number; to: number; key: string };

const EXPONENT = '⁰¹²³⁴-⁹';

// As portal_search.word_key parts them: letters from digits, of which exponents are some; single letters with dots between
// them are a word.
const WORDS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\p{M}])\p{L}\p{M}*(?:\.\p{L}\p{M}*(?![\p{L}\p{N}\p{M}]))+`,
    String.raw`[\p{Nd}${EXPONENT}]+`,
    String.raw`(?:(?![\p{Nd}${EXPONENT}])[\p{L}\p{N}]\p{M}*)+`,
  ].join('|'),
  'gu',
);
const EXPONENTS = new RegExp(`[${EXPONENT}]`, 'g');

/** Vietnamese has some thousand syllables: the keys of short words are made once. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;
const SHORT = 24;

function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = flatKey(word.replaceAll('.', '').replace(EXPONENTS, (digit) => normalForm(digit, 'NFKC'))).replace(
    /^0+(?=\d)/,
    '',
  );
  if (word.length > SHORT) return key;
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(word, key);
  return key;
}

/** The words of a text, as queries are compared with it. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({ from: index, to: index + word.length, key: keyOf(word) }));
