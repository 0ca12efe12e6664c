import { textIn } from './words';
import type { Locale } from './locales';

/** What the portal says of itself, in one language. */
export type Site = {
  name: string;
  /** The part of the name that says whose portal it is; the masthead shows it large. */
  place: string | null;
};

export const siteIn = (locale: Locale): Site => {
  const text = textIn(locale);
  return { name: text('siteName'), place: text('wordmarkWhose') };
};
