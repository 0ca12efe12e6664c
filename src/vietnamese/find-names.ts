import { foldToneStyle, toNfc } from './fold-letters';

/** A name to look for, and what bears it. A person's is meant only where its capitals are. */
export type SoughtName<Bearer> = { name: string; isPerson: boolean; bearer: Bearer };

/** A name in a text: its place in the text's NFC, in UTF-16 units, as written there, and all who bear it. */
export type Mention<Bearer> = { start: number; end: number; written: string; isPerson: boolean; bearers: Bearer[] };

type Token = { text: string; gap: string; start: number; end: number };
type Entry<Bearer> = { tokens: Token[]; exact: boolean; isPerson: boolean; bearers: Bearer[] };

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
// After a personal name only these capitals begin a post; any other continues a longer name.
const POST = /^(?:Phó|Chủ|Bí|Ủy|Uỷ|Giám|Trưởng|Chánh|Thứ|Bộ|Tổng|Đại|Ban|Hội)$/u;

const gapOf = (text: string) => text.replace(/[\s\u00a0]+/g, '').replace(/[–—]/g, '-') || ' ';

/** Words in NFC and the old tone style, each with what stands between it and the word before. */
function tokensOf(text: string): Token[] {
  const folded = foldToneStyle(text);
  let end = 0;
  return [...folded.matchAll(WORDS)].map((match) => {
    const gap = gapOf(folded.slice(end, match.index));
    end = match.index + match[0].length;
    return { text: match[0], gap, start: match.index, end };
  });
}

const same = (one: Token, other: Token, exact: boolean) =>
  one.text === other.text || (!exact && one.text.toLowerCase() === other.text.toLowerCase());

const startsAt = (text: Token[], at: number, { tokens, exact }: Entry<unknown>) =>
  tokens.every((token, index) => {
    const found = text[at + index];
    return found !== undefined && same(found, token, exact) && (index === 0 || found.gap === token.gap);
  });

/** A short personal name followed at once by another capital is the beginning of a longer one: "Lê Hà" in "Lê Hà Nam". */
function runsOn(text: Token[], end: number): boolean {
  const next = text[end];
  return next !== undefined && next.gap === ' ' && /^\p{Lu}\p{Ll}/u.test(next.text) && !POST.test(next.text);
}

/** The names by their first word, the longest first. */
function entriesOf<Bearer>(names: readonly SoughtName<Bearer>[]): Map<string, Entry<Bearer>[]> {
  const byKey = new Map<string, Entry<Bearer>>();
  for (const { name, isPerson, bearer } of names) {
    const tokens = tokensOf(name);
    if (tokens.length < (isPerson ? 2 : 1)) continue;
    const key = tokens.map(({ text }) => text).join(' ');
    // One word ("UBND") or a person's name is only meant where its capitals are.
    const exact = isPerson || tokens.length < 2;
    const entry = byKey.get(key) ?? { tokens, exact, isPerson, bearers: [] };
    entry.exact ||= exact;
    entry.bearers.push(bearer);
    byKey.set(key, entry);
  }
  const byFirst = new Map<string, Entry<Bearer>[]>();
  for (const entry of byKey.values()) {
    const first = entry.tokens[0]!.text.toLowerCase();
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  for (const entries of byFirst.values()) entries.sort((one, other) => other.tokens.length - one.tokens.length);
  return byFirst;
}

/**
 * A finder of the names given: whole words, the longest name at each place, both tone styles alike, in the order of the
 * text. People are found by their full names with their capitals.
 */
export function nameFinder<Bearer>(names: readonly SoughtName<Bearer>[]): (text: string) => Mention<Bearer>[] {
  const entries = entriesOf(names);
  return (text) => {
    const written = toNfc(text);
    const tokens = tokensOf(text);
    const found: Mention<Bearer>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const candidates = entries.get(tokens[at]!.text.toLowerCase()) ?? [];
      const entry = candidates.find((candidate) => startsAt(tokens, at, candidate));
      if (!entry) continue;
      const next = at + entry.tokens.length;
      if (entry.isPerson && runsOn(tokens, next)) continue;
      const [start, end] = [tokens[at]!.start, tokens[next - 1]!.end];
      found.push({ start, end, written: written.slice(start, end), isPerson: entry.isPerson, bearers: entry.bearers });
      at = next - 1;
    }
    return found;
  };
}
