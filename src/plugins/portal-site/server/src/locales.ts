import { DEFAULT_LOCALE } from '../../../../vietnamese';

/** The languages that the pages have words in. */
export const LOCALES = [DEFAULT_LOCALE, 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** English pages lie under `/en`, as the contract's addresses of English articles do. */
export const localePrefix = (locale: Locale): string => (locale === DEFAULT_LOCALE ? '' : `/${locale}`);

/** The language of a path: English under `/en`. */
export const localeOfPath = (path: string): Locale =>
  LOCALES.find((locale) => locale !== DEFAULT_LOCALE && new RegExp(`^/${locale}(/|$)`, 'i').test(path)) ??
  DEFAULT_LOCALE;
