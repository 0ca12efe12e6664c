import { wordsOf, type Word } from './words';

export type Excerpt = { excerpt: string; highlights: { from: number; to: number }[]; html: string };

/** Characters of an excerpt, about. */
const LENGTH = 240;
/** Characters before the first match. */
const LEAD = 60;
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
  const text = written.slice(0, MOST_READ).replace(/\s+/gu, ' ').trim();
  const words = wordsOf(text);
  const all = runsIn(words, bySpelling(segments));
  const longest = all.reduce((most, { length }) => Math.max(most, length), 0);
  const runs = withoutRepeated(all, words);
  const best = runs.find(({ length }) => length === longest);
  const begin = startOf(words, Math.max(0, (best?.from ?? 0) - LEAD));
  const end = endOf(text, words, begin + LENGTH);
  const before = begin > 0 ? '… ' : '';
  const shown = text.slice(begin, end);
  const excerpt = before + shown + (end < text.length ? ' …' : '');
  const highlights = runs
    .filter(({ from, to }) => from >= begin && to <= end)
    .slice(0, MOST_HIGHLIGHTS)
    .map(({ from, to }) => ({ from: from - begin + before.length, to: to - begin + before.length }));
  return { excerpt, highlights, html: marked(excerpt, highlights) };
}

/** The beginning of the word at a place; 0 at the beginning of the text. */
const startOf = (words: readonly Word[], place: number): number =>
  place === 0 ? 0 : (words.find(({ to }) => to > place)?.from ?? 0);

function endOf(text: string, words: readonly Word[], place: number): number {
  if (place >= text.length) return text.length;
  const last = words.findLast(({ to }) => to <= place);
  return last?.to ?? place;
}

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
