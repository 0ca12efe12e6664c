import { foldToneStyle } from '../../../../../vietnamese';

/** What a part of a name is in short, and in full; the first of these is the usual one. */
export type Abbreviation = { short: string; longForms: readonly string[] };

/** Parts of names that are always known in both forms. */
export const ABBREVIATIONS: readonly (readonly [full: string, short: string])[] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['Ban Thường vụ', 'BTV'],
];

const OWN: readonly Abbreviation[] = ABBREVIATIONS.map(([full, short]) => ({ short, longForms: [full] }));

/** Parts of one name that are spelt in all their forms; those beyond stay as they are. */
const MOST_PARTS = 4;
/** Spellings of one name. */
const MOST_SPELLINGS = 64;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Spells a name as it is, and in every mix of the short and long forms of its parts: each once. A short form is one where its
 * capitals are.
 *
 * @param kept abbreviations beside those that are always known
 */
export function createSpellings(kept: readonly Abbreviation[] = []): (name: string) => string[] {
  const forms = new Map<string, readonly string[]>();
  for (const { short, longForms } of [...OWN, ...kept]) {
    const all = [short, ...longForms].map((form) => foldToneStyle(form).trim()).filter(Boolean);
    for (const [index, form] of all.entries()) forms.set(index === 0 ? form : form.toLowerCase(), all);
  }
  const words = [...forms.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.map(escaped).join('|')})(?![\p{L}\p{N}])`, 'giu');

  return (name) => {
    const given = foldToneStyle(name);
    let all = [''];
    let at = 0;
    let parts = 0;
    for (const { 0: written, index } of given.matchAll(pattern)) {
      const others = forms.get(written) ?? forms.get(written.toLowerCase());
      if (!others || (parts += 1) > MOST_PARTS) continue;
      const before = given.slice(at, index);
      const here = [...new Set([written, ...others])];
      all = all.flatMap((text) => here.map((form) => text + before + form)).slice(0, MOST_SPELLINGS);
      at = index + written.length;
    }
    return [...new Set(all.map((text) => text + given.slice(at)))];
  };
}
