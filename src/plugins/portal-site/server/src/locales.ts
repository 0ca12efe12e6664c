import { DEFAULT_LOCALE } from '../../../../vietnamese';

/** The languages that the pages have words in. */
export const LOCALES = [DEFAULT_LOCALE, 'en'] as const;

export type Locale = (typeof LOCALES)[number];
