import type { Locale } from '../locales';
import english from './en.json';
import vietnamese from './vi.json';

const WORDS: Record<Locale, Record<Word, string>> = { vi: vietnamese, en: english };

/** The name of one of the portal's own strings. */
export type Word = keyof typeof vietnamese;

/** One of the portal's own strings in a language, its `{places}` filled in. What comes from the contract is printed as it is. */
export type Text = (word: Word, values?: Record<string, string | number>) => string;

export const textIn =
  (locale: Locale): Text =>
  (word, values = {}) =>
    WORDS[locale][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
