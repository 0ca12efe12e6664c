import { localePrefix, type Locale } from './locales';

/** The path patterns of the contract's `url` fields, by type: the option `patterns` of portal-feeds. */
export type ContractPatterns = Record<'article' | 'category' | 'official' | 'agency', string>;

/**
 * Every path of the portal, by the page's name; `{slug}` stands for what a page shows. The page of a 404 or 410 has no
 * path of its own: it is shown at every address where nothing else is. English pages have the same paths under `/en`.
 */
export type PathTable = {
  home: string;
  news: string;
  article: string;
  categories: string;
  category: string;
  collection: string;
  officials: string;
  official: string;
  agencies: string;
  agency: string;
  archive: string;
  month: string;
  preview: string;
  /** Styles, scripts and icons; in one language alone. */
  assets: string;
};

export type PageName = keyof PathTable;

/**
 * The table of all paths.
 *
 * @param patterns of portal-feeds, so that the contract's `url` fields lead to these pages
 * @param changed the option `paths`: paths that differ from these
 */
export const pathTable = (patterns: ContractPatterns, changed: Partial<PathTable>): PathTable => ({
  home: '/',
  news: listOf(patterns.article),
  article: patterns.article,
  categories: listOf(patterns.category),
  category: patterns.category,
  collection: '/danh-sach/{slug}',
  officials: listOf(patterns.official),
  official: patterns.official,
  agencies: listOf(patterns.agency),
  agency: patterns.agency,
  archive: '/luu-tru',
  month: '/luu-tru/{slug}',
  preview: '/xem-truoc/{slug}',
  assets: '/assets/{slug}',
  ...changed,
});

/** `/tin-tuc` of `/tin-tuc/{slug}`. */
const listOf = (pattern: string): string => pattern.replace(/\/[^/]*\{slug\}.*$/, '') || '/';

/** The path of a page in a language, with the slug of what it shows. */
export function pagePath(table: PathTable, name: PageName, locale: Locale, slug = ''): string {
  const path = localePrefix(locale) + table[name].replace('{slug}', () => encodeURIComponent(slug));
  return path === '/' ? path : path.replace(/\/$/, '');
}

/** A page's path in a language as the router has it: `/en/tin-tuc/:slug`. */
export const routePath = (table: PathTable, name: PageName, locale: Locale): string =>
  (localePrefix(locale) + table[name].replace('{slug}', ':slug')).replace(/(.)\/$/, '$1');
