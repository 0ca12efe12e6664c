import { toneStyles } from '../../../../../vietnamese';
import type { CheckedArticle, Finding } from './checked-article';
import type { NamedThings } from './named-things';

const SHOWN = 3;

/** Both tone styles in one article; names that the directory has are spelled as they are. */
export function toneMarks({ text }: CheckedArticle, { officials, agencies }: NamedThings): Finding[] {
  const styles = toneStyles(withoutRanges(text, [...officials, ...agencies]));
  if (styles.old.length === 0 || styles.new.length === 0) return [];
  const some = (words: string[]) => words.slice(0, SHOWN).join(', ');
  return [{ message: 'tone-marks', values: { old: some(styles.old), new: some(styles.new) } }];
}

/** The text with a space for each range; ranges may overlap and stand in any order. */
function withoutRanges(text: string, ranges: { start: number; end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start >= from) parts.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return [...parts, text.slice(from)].join(' ');
}
