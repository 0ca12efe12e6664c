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
const HAS_DIGIT = /\p{N}/u;
const ENDS_IN_SIGN = /[^\p{L}\p{M}\p{N}]$/u;
/** Syllables of the longest Vietnamese word or name that is commonly excluded without quotation marks. */
const LONGEST_EXCLUDED = 4;

type Part = { text: string; isPhrase: boolean; isExcluded: boolean; isBeforeSign: boolean };

/**
 * `"…"` (also in curly marks) is a phrase; a hyphen at the beginning of a word or phrase, after a space, excludes it, but
 * between two numbers (`2021 -2025`). A Vietnamese word has up to four syllables: what follows an excluded one that is no number,
 * until the next sign or the end, belongs to it (`sầu riêng -lễ hội`), where something is sought before it. All other signs
 * stand between words. Only the first few phrases and exclusions count.
 *
 * @param typed of a bounded length
 */
export function parseQuery(typed: string): ParsedQuery {
  const parts = withWholeExclusions(partsOf(toNfc(typed)));
  const textsOf = (some: readonly Part[]): string[] => some.map(({ text }) => text);
  return {
    main: textsOf(parts.filter(({ isExcluded }) => !isExcluded)).join(' '),
    quoted: textsOf(parts.filter(({ isExcluded, isPhrase }) => isPhrase && !isExcluded)).slice(0, MOST_PARTS),
    excluded: textsOf(parts.filter(({ isExcluded }) => isExcluded)).slice(0, MOST_PARTS),
  };
}

function partsOf(query: string): Part[] {
  const parts: Part[] = [];
  for (const found of query.matchAll(PART)) {
    const [, hyphen, phrase, word] = found;
    const text = phrase ?? word ?? '';
    const last = parts.at(-1);
    if (HAS_WORD.test(text)) {
      const isSpan = /\d$/.test(last?.text ?? '') && /^\d/.test(word ?? '');
      const isExcluded = hyphen === '-' && !isSpan && !/\S/u.test(query[found.index - 1] ?? ' ');
      parts.push({ text, isPhrase: phrase !== undefined, isExcluded, isBeforeSign: ENDS_IN_SIGN.test(text) });
    } else if (last) {
      last.isBeforeSign = true;
    }
  }
  return parts;
}

function withWholeExclusions(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  let isSought = false;
  let run: Part[] = [];
  const endRun = (): void => {
    const [first] = run;
    const isWhole = first && isSought && run.length <= LONGEST_EXCLUDED && !HAS_DIGIT.test(first.text);
    if (isWhole) whole.push({ ...first, text: run.map(({ text }) => text).join(' ') });
    else whole.push(...run);
    isSought ||= !isWhole && run.length > 1;
    run = [];
  };
  for (const part of parts) {
    if (part.isExcluded || part.isPhrase) endRun();
    if (run.length > 0 || (part.isExcluded && !part.isPhrase)) run.push(part);
    else whole.push(part);
    isSought ||= run.length === 0 && !part.isExcluded;
    if (part.isBeforeSign) endRun();
  }
  endRun();
  return whole;
}
