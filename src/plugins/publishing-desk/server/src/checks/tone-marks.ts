import { toneStyles } from '../../../../../vietnamese';
import type { CheckedArticle, Finding } from './checked-article';
import type { NamedThings } from './named-things';

const SHOWN = 3;

/** Both tone styles in one article; names that the directory has are spelled as they are. */
export function toneMarks({ text }: CheckedArticle, { officials, agencies }: NamedThings): Finding[] {
  const names = [...officials, ...agencies].map(({ written }) => written);
  const prose = names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  const styles = toneStyles(prose);
  if (styles.old.length === 0 || styles.new.length === 0) return [];
  const some = (words: string[]) => words.slice(0, SHOWN).join(', ');
  return [{ message: 'tone-marks', values: { old: some(styles.old), new: some(styles.new) } }];
}
