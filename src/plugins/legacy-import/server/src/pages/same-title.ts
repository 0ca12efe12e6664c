import { searchKey, shortTitle, toNfc } from '../../../../../vietnamese';

const ENDS_SHORTENED = /(?:\.{3}|…)$/;

/** Titles are compared without regard to case, spacing, punctuation, tone style and normal form. */
export const sameTitle = (one: string, other: string): boolean => searchKey(one) === searchKey(other);

/** Whether a title of a list, whole or shortened by the portal, is that of the page with the title `title`. */
export function isTitleOf(listed: string, title: string): boolean {
  if (toNfc(listed) === shortTitle(title) || sameTitle(listed, title)) return true;
  if (!ENDS_SHORTENED.test(listed)) return false;
  const beginning = searchKey(listed);
  return beginning.length >= 30 && `${searchKey(title)} `.startsWith(`${beginning} `);
}
