import { wordsOf, type Word } from './words';

type Excerpt = { excerpt: string; highlights: { from: number; to: number }[]; html: string };

/** Characters of an excerpt, about. */
const LENGTH = 240;
/** Characters before the first match. */
const LEAD = 60;
/** Characters of a word that are left off or added rather than that it is cut. */
const WORD = 60;
/** Characters of a text that are looked at: as many as are searched. */
const MOST_READ = 50_000;
const MOST_HIGHLIGHTS = 20;

/** The spellings as lists of words, by their first one, the longest first. */
function bySpelling(segments: readonly (readonly string[])[]): Map<string, string[][]> {
  const spellings = new Map<string, string[][]>();
  for (const key of segments.flat()) {
    const words = key.split(' ');
    const first = words[0]!;
    spellings.set(
      first,
      [...(spellings.get(first) ?? []), words].sort((one, other) => other.length - one.length),
    );
  }
  return spellings;
}

/** How many words from `at` on a spelling of a segment has; 0 where none begins there. */
function matchedAt(words: readonly Word[], at: number, spellings: Map<string, string[][]>): number {
  const candidates = spellings.get(words[at]!.key) ?? [];
  return candidates.find((one) => one.every((word, offset) => words[at + offset]?.key === word))?.length ?? 0;
}

/** Words of the query that stand together, as a range; `length` counts them, from the word `first` on. */
type Run = { from: number; to: number; first: number; length: number };

function runsIn(words: readonly Word[], spellings: Map<string, string[][]>): Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < words.length) {
    const from = at;
    for (let size = matchedAt(words, at, spellings); size > 0 && at < words.length;) {
      at += size;
      size = at < words.length ? matchedAt(words, at, spellings) : 0;
    }
    if (at > from) runs.push({ from: words[from]!.from, to: words[at - 1]!.to, first: from, length: at - from });
    else at += 1;
  }
  return runs;
}

/** Without the single words that are part of a longer run elsewhere: a syllable alone is another word. */
function withoutRepeated(runs: readonly Run[], words: readonly Word[]): Run[] {
  const together = runs.filter(({ length }) => length > 1);
  const keys = new Set(
    together.flatMap(({ first, length }) => words.slice(first, first + length).map(({ key }) => key)),
  );
  return runs.filter(({ first, length }) => length > 1 || !keys.has(words[first]!.key));
}

/**
 * The place of a text that agrees with a query best: about 240 characters around its longest run of the query's words, whole
 * words, with `…` where text is left off. Found without accents, shown as written.
 *
 * @param segments the query's words as flat keys, each with its other spellings
 */
export function excerptOf(written: string, segments: readonly (readonly string[])[]): Excerpt {
  const text = written.slice(0, beginOfCharacter(written, MOST_READ)).replace(/\s+/gu, ' ').trim();
  const words = wordsOf(text);
  const all = runsIn(words, bySpelling(segments));
  const longest = all.reduce((most, { length }) => Math.max(most, length), 0);
  const runs = withoutRepeated(all, words);
  const best = runs.find(({ length }) => length === longest);
  const place = beginOfWord(text, words, Math.max(0, (best?.from ?? 0) - LEAD));
  const begin = text[place] === ' ' ? place + 1 : place;
  const end = text.slice(0, beginOfWord(text, words, begin + LENGTH)).trimEnd().length;
  const before = begin > 0 ? '… ' : '';
  const shown = text.slice(begin, end);
  const shift = before.length - begin;
  const excerpt = before + shown + (end < text.length ? ' …' : '');
  const highlights = runs
    .filter(({ from, to }) => from < end && to > begin)
    .slice(0, MOST_HIGHLIGHTS)
    .map(({ from, to }) => ({ from: Math.max(from, begin) + shift, to: Math.min(to, end) + shift }));
  return { excerpt, highlights, html: marked(excerpt, highlights) };
}

/** The place in a text, or the beginning of the word that it is in; of the character, where that word is long. */
function beginOfWord(text: string, words: readonly Word[], place: number): number {
  if (place >= text.length) return text.length;
  const word = words.find(({ from, to }) => from < place && place < to);
  if (word && place - word.from <= WORD) return word.from;
  return beginOfCharacter(text, place);
}

const beginOfCharacter = (text: string, place: number): number =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(place - 1, place + 1)) ? place - 1 : place;

function marked(excerpt: string, highlights: Excerpt['highlights']): string {
  let html = '';
  let at = 0;
  for (const { from, to } of highlights) {
    html += `${escaped(excerpt.slice(at, from))}<mark>${escaped(excerpt.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escaped(excerpt.slice(at));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
