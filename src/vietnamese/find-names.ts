import { foldToneStyle, toNfc } from './fold-letters';
import { wordRanges, type WordRanges } from './words';

/** A name to look for, and what bears it. A person's is meant only where its capitals are. */
export type SoughtName<Bearer> = { name: string; isPerson: boolean; bearer: Bearer };

/** A name in a text: its place in the text's NFC, in UTF-16 units, as written there, and all who bear it. */
export type Mention<Bearer> = { start: number; end: number; written: string; isPerson: boolean; bearers: Bearer[] };

/** A text in NFC and the old tone style, with its words and as it was written. */
type Words = WordRanges & { text: string; written: string };

type Entry<Bearer> = { words: string[]; exact: boolean; isPerson: boolean; bearers: Bearer[] };

/** The names that begin with the same words; `ends` are those that end here, as they differ in capitals. */
type Branch<Bearer> = { next: Map<string, Branch<Bearer>>; ends: Entry<Bearer>[] };

// After a personal name only these capitals begin a post; any other continues a longer name.
const POST = /^(?:Phó|Chủ|Bí|Ủy|Uỷ|Giám|Trưởng|Chánh|Thứ|Bộ|Tổng|Đại|Ban|Hội)$/u;

/** A text as {@link nameFinder} reads it, for more than one finder. */
export function splitWords(given: string): Words {
  const written = toNfc(given);
  const text = foldToneStyle(written);
  return { text, written, ...wordRanges(text) };
}

const wordAt = ({ text, starts, ends }: Words, index: number) => text.slice(starts[index], ends[index]);

/** What stands between a word and the one before it, without its spaces; a space where there is nothing else. */
function gapBefore({ text, starts, ends }: Words, index: number): string {
  const gap = text.slice(ends[index - 1], starts[index]);
  return gap === ' ' ? gap : gap.replace(/[\s\u00a0]+/g, '').replace(/[–—]/g, '-') || ' ';
}

/** What leads to a word from the one before it: it without its capitals, after what stands between the two. */
function stepTo(all: Words, index: number, from: number): string {
  const word = wordAt(all, index).toLowerCase();
  return index === from ? word : gapBefore(all, index) + word;
}

/** A short personal name followed at once by another capital is the beginning of a longer one: "Lê Hà" in "Lê Hà Nam". */
function runsOn(text: Words, end: number): boolean {
  if (end >= text.starts.length || gapBefore(text, end) !== ' ') return false;
  const next = wordAt(text, end);
  return /^\p{Lu}\p{Ll}/u.test(next) && !POST.test(next);
}

/** The names as a tree of their words, so that a place in a text takes no longer for more names that begin as it does. */
function treeOf<Bearer>(names: readonly SoughtName<Bearer>[]): Branch<Bearer> {
  const byKey = new Map<string, Entry<Bearer> & { all: Words }>();
  for (const { name, isPerson, bearer } of names) {
    const all = splitWords(name);
    const words = all.starts.map((_, index) => wordAt(all, index));
    if (words.length < (isPerson ? 2 : 1)) continue;
    const key = words.join(' ');
    // One word ("UBND") or a person's name is only meant where its capitals are.
    const exact = isPerson || words.length < 2;
    const entry = byKey.get(key) ?? { all, words, exact, isPerson, bearers: [] };
    entry.exact ||= exact;
    entry.bearers.push(bearer);
    byKey.set(key, entry);
  }
  const tree: Branch<Bearer> = { next: new Map(), ends: [] };
  for (const { all, ...entry } of byKey.values()) {
    let branch = tree;
    for (const index of all.starts.keys()) {
      const step = stepTo(all, index, 0);
      const next = branch.next.get(step) ?? { next: new Map(), ends: [] };
      branch.next.set(step, next);
      branch = next;
    }
    branch.ends.push(entry);
  }
  return tree;
}

/** The longest name that begins at a word of the text. */
function longestAt<Bearer>(tree: Branch<Bearer>, text: Words, at: number): Entry<Bearer> | undefined {
  let longest: Entry<Bearer> | undefined;
  let branch: Branch<Bearer> | undefined = tree;
  for (let index = at; index < text.starts.length; index += 1) {
    branch = branch.next.get(stepTo(text, index, at));
    if (!branch) break;
    longest = branch.ends.find((entry) => !entry.exact || isWrittenAlike(entry.words, text, at)) ?? longest;
  }
  return longest;
}

const isWrittenAlike = (words: string[], text: Words, at: number): boolean =>
  words.every((word, index) => word === wordAt(text, at + index));

/**
 * A finder of the names given: whole words, the longest name at each place, both tone styles alike, in the order of the
 * text. People are found by their full names with their capitals.
 */
export function nameFinder<Bearer>(names: readonly SoughtName<Bearer>[]): (text: string | Words) => Mention<Bearer>[] {
  const tree = treeOf(names);
  return (given) => {
    const text = typeof given === 'string' ? splitWords(given) : given;
    const found: Mention<Bearer>[] = [];
    for (let at = 0; at < text.starts.length; at += 1) {
      const entry = longestAt(tree, text, at);
      if (!entry) continue;
      const next = at + entry.words.length;
      if (entry.isPerson && runsOn(text, next)) continue;
      const [start, end] = [text.starts[at]!, text.ends[next - 1]!];
      found.push({
        start,
        end,
        written: text.written.slice(start, end),
        isPerson: entry.isPerson,
        bearers: entry.bearers,
      });
      at = next - 1;
    }
    return found;
  };
}
