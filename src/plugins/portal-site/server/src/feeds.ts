import { DEFAULT_LOCALE } from '../../../../vietnamese';
import type { Locale } from './locales';

const FOLDERS = { collection: '/feeds', category: '/feeds/categories', agency: '/feeds/agencies' };

/** Where portal-feeds has the feed of a list in a language, without the format. */
export const feedPath = (locale: Locale, kind: keyof typeof FOLDERS, slug: string): string => {
  const folder = locale === DEFAULT_LOCALE ? FOLDERS[kind] : FOLDERS[kind].replace('/feeds', `/feeds/${locale}`);
  return `${folder}/${encodeURIComponent(slug)}`;
};
