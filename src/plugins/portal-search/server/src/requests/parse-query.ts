import { toNfc } from '../../../../../vietnamese';

/** A query as it was typed, in its parts. */
export type ParsedQuery = {
  /** All that is to be found and ranked by, in its order: also what stands in quotation marks. */
  main: string;
  /** What has to be there as it stands. */
  quoted: string[];
  /** What must not be there: words, or phrases in quotation marks. */
  excluded: string[];
};

const PART = /(-?)(?:["“”„«]([^"“”„«»]*)["“”»]|([^\s"“”„«»]+))/gu;
const MOST_PARTS = 8;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * `"…"` (also in curly marks) is a phrase; a hyphen at the beginning of a word or phrase, after a space, excludes it, but
 * between two numbers (`2021 -2025`). All other signs stand between words. Only the first few phrases and exclusions count.
 *
 * @param typed of a bounded length
 */
export function parseQuery(typed: string): ParsedQuery {
  const parsed: ParsedQuery = { main: '', quoted: [], excluded: [] };
  const main: string[] = [];
  const text = toNfc(typed);
  let before = '';
  for (const found of text.matchAll(PART)) {
    const [, hyphen, phrase, word] = found;
    const part = phrase ?? word ?? '';
    if (!HAS_WORD.test(part)) continue;
    const isSpan = /\d$/.test(before) && /^\d/.test(word ?? '');
    const isExcluded = hyphen === '-' && !isSpan && !/\S/u.test(text[found.index - 1] ?? ' ');
    before = part;
    if (isExcluded) parsed.excluded.push(part);
    else main.push(part);
    if (!isExcluded && phrase !== undefined) parsed.quoted.push(part);
  }
  return {
    main: main.join(' '),
    quoted: parsed.quoted.slice(0, MOST_PARTS),
    excluded: parsed.excluded.slice(0, MOST_PARTS),
  };
}
