import { flatKey } from '../../../../../vietnamese';

/** A word of a text: its range in UTF-16 units, and its flat key. */
export type Word = { from: number; to: number; key: string };

// As portal_search.word_key parts them: letters from digits.
const WORDS = /\p{Nd}+|(?:(?!\p{Nd})[\p{L}\p{N}]\p{M}*)+/gu;

/** The words of a text, as queries are compared with it. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    key: flatKey(word).replace(/^0+(?=\d)/, ''),
  }));
