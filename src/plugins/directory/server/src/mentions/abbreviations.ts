import { foldToneStyle } from '../../../../../vietnamese';

/** Parts of names that are written in full or abbreviated. */
export const ABBREVIATIONS: readonly (readonly [full: string, short: string])[] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
  ['Ban Thường vụ', 'BTV'],
];

/** A name as it is, in full, and abbreviated: each once. */
export function spellings(name: string): string[] {
  const given = foldToneStyle(name);
  const inFull = ABBREVIATIONS.reduce((text, [full, short]) => text.replaceAll(short, full), given);
  const inShort = ABBREVIATIONS.reduce((text, [full, short]) => text.replace(new RegExp(full, 'gi'), short), given);
  return [...new Set([given, inFull, inShort])];
}
