import { normalForm } from './fold-letters';
import { flatKey } from './search-key';

/**
 * The slug of a title: lower case ASCII words joined by hyphens, at most `maxLength` characters, cut at a hyphen where
 * there is one. A title of letters with no ASCII form at all gets their code points in hexadecimal, so that only a
 * title without any letter or digit gives `''`.
 * @throws RangeError for a `maxLength` below 1.
 */
export function slugOf(title: string, maxLength = 80): string {
  if (!(maxLength >= 1)) throw new RangeError('A slug has at least one character');
  const key = flatKey(normalForm(title, 'NFKC'));
  const words = key.match(/[a-z0-9]+/g) ?? codePoints(key);
  const slug = words.join('-');
  if (slug.length <= maxLength) return slug;
  const lastHyphen = slug.lastIndexOf('-', maxLength);
  return slug.slice(0, lastHyphen > 0 ? lastHyphen : maxLength);
}

function codePoints(key: string): string[] {
  const letters = key.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.map((letter) => letter.codePointAt(0)?.toString(16) ?? '');
}
