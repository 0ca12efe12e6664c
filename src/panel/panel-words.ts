import { useIntl } from 'react-intl';

/** The language of our own words in a language of the panel: Vietnamese, and English for every other. */
export const panelLanguage = (locale: string): 'vi' | 'en' => (/^vi\b/.test(locale) ? 'vi' : 'en');

export type Say<Word extends string> = (word: Word, values?: Record<string, string | number>) => string;

/** Gives our own words in the panel's language, with their `{places}` filled in. */
export function usePanelWords<Word extends string>(words: Record<'vi' | 'en', Record<Word, string>>): Say<Word> {
  const own = words[panelLanguage(useIntl().locale)];
  return (word, values = {}) => own[word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
