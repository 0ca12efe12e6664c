import { searchKey, shortTitle, toNfc } from '../../../../../vietnamese';

const ENDS_SHORTENED = /(?:\.{3}|…)$/;
const SHORTEST_BEGINNING = 30;

/** Titles are compared without regard to case, spacing, punctuation, tone style and normal form. */
export const sameTitle = (one: string, other: string): boolean => searchKey(one) === searchKey(other);

/** Whether a title of a list, whole or shortened by the portal, is that of the page with the title `title`. */
export function listedMatcher(title: string): (listed: string) => boolean {
  const short = shortTitle(title);
  const key = searchKey(title);
  return (listed) => {
    const beginning = searchKey(listed);
    if (beginning === key || toNfc(listed) === short) return true;
    if (!ENDS_SHORTENED.test(listed) || beginning.length < SHORTEST_BEGINNING) return false;
    return `${key} `.startsWith(`${beginning} `);
  };
}

/**
 * Whether a page's title is one of a list's, whole or shortened by the portal. Linear in the list, and in each title: a
 * page may hold thousands of lines that could be its title.
 *
 * @param listed titles of lists
 */
export function titleMatcher(listed: readonly string[]): (title: string) => boolean {
  if (listed.length === 0) return () => false;
  const shown = new Set(listed.map(toNfc));
  const keys = new Set(listed.map(searchKey));
  const beginnings = new Set(
    listed
      .filter((title) => ENDS_SHORTENED.test(title))
      .map(searchKey)
      .filter((key) => key.length >= SHORTEST_BEGINNING),
  );
  const lengths = [...new Set([...beginnings].map(({ length }) => length))];
  return (title) => {
    const key = searchKey(title);
    if (keys.has(key) || shown.has(shortTitle(title))) return true;
    const endsWord = (length: number) => key.length === length || key.charAt(length) === ' ';
    return lengths.some((length) => endsWord(length) && beginnings.has(key.slice(0, length)));
  };
}
