import { foldToneStyle } from '../../../../../vietnamese';

/** Something with a name: a document of the directory and one name that it goes by. */
export type Named = { id: string; kind: 'official' | 'agency'; name: string };

/** What a text names, in the order of first mention, and the names in it that more than one bears. */
export type NamesFound = { officials: string[]; agencies: string[]; ambiguous: string[] };

type Token = { text: string; gap: string };
type Entry = { tokens: Token[]; key: string; exact: boolean; named: Named[] };

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
    return { text: match[0], gap };
  });
}

const same = (one: Token, other: Token, exact: boolean) =>
  one.text === other.text || (!exact && one.text.toLowerCase() === other.text.toLowerCase());

const startsAt = (text: Token[], at: number, { tokens, exact }: Entry) =>
  tokens.every((token, index) => {
    const found = text[at + index];
    return found !== undefined && same(found, token, exact) && (index === 0 || found.gap === token.gap);
  });

/** A short personal name followed at once by another capital is the beginning of a longer one: "Lê Hà" in "Lê Hà Nam". */
function runsOn(text: Token[], end: number): boolean {
  const next = text[end];
  return next !== undefined && next.gap === ' ' && /^\p{Lu}\p{Ll}/u.test(next.text) && !POST.test(next.text);
}

function entriesOf(named: Named[]): Map<string, Entry[]> {
  const byKey = new Map<string, Entry>();
  for (const one of named) {
    const tokens = tokensOf(one.name);
    const key = tokens.map(({ text }) => text).join(' ');
    // One word ("UBND") or a person's name is only meant where its capitals are.
    const exact = one.kind === 'official' || tokens.length < 2;
    if (tokens.length < (one.kind === 'official' ? 2 : 1)) continue;
    const entry = byKey.get(key) ?? { tokens, key, exact, named: [] };
    entry.exact ||= exact;
    if (!entry.named.some(({ id }) => id === one.id)) entry.named.push(one);
    byKey.set(key, entry);
  }
  const byFirst = new Map<string, Entry[]>();
  for (const entry of byKey.values()) {
    const first = entry.tokens[0]?.text.toLowerCase() ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  for (const entries of byFirst.values()) entries.sort((one, other) => other.tokens.length - one.tokens.length);
  return byFirst;
}

/**
 * A matcher of the names given: whole words, the longest name at each place, both tone styles alike. Officials are found
 * by their full names with their capitals; a name that two bear links neither and is reported.
 */
export function nameMatcher(named: Named[]): (text: string) => NamesFound {
  const entries = entriesOf(named);
  return (text) => {
    const tokens = tokensOf(text);
    const found = new Map<string, Named>();
    const ambiguous = new Set<string>();
    for (let at = 0; at < tokens.length; at += 1) {
      const candidates = entries.get(tokens[at]?.text.toLowerCase() ?? '') ?? [];
      const entry = candidates.find((candidate) => startsAt(tokens, at, candidate));
      if (!entry) continue;
      const end = at + entry.tokens.length;
      const [first, ...others] = entry.named;
      if (first?.kind === 'official' && runsOn(tokens, end)) continue;
      if (others.length > 0) ambiguous.add(first?.name ?? entry.key);
      else if (first) found.set(first.id, first);
      at = end - 1;
    }
    const ids = (kind: Named['kind']) => [...found.values()].filter((one) => one.kind === kind).map(({ id }) => id);
    return { officials: ids('official'), agencies: ids('agency'), ambiguous: [...ambiguous] };
  };
}
