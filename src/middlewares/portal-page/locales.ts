import { DEFAULT_LOCALE } from '../../vietnamese';

export type Locale = typeof DEFAULT_LOCALE | 'en';

export const LOCALES: Locale[] = [DEFAULT_LOCALE, 'en'];

/** The other of the two languages. */
export const otherLocale = (locale: Locale): Locale => (locale === DEFAULT_LOCALE ? 'en' : DEFAULT_LOCALE);

/** The address of a page in a language: English lies under `/en`. */
export const addressIn = (locale: Locale, path: string): string =>
  locale === DEFAULT_LOCALE ? path : `/en${path}`.replace(/^\/en\/$/, '/en');

/** `/en/co-quan` is `/co-quan` in English; `/en` and `/en/` are both the front page. */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const english = /^\/en(\/.*)?$/.exec(path);
  return english ? { locale: 'en', path: english[1] ?? '/' } : { locale: DEFAULT_LOCALE, path };
}
