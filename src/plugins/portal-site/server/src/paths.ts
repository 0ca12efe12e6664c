import { DEFAULT_LOCALE } from '../../../../vietnamese';
import { LOCALES, type Locale } from './locales';

/** The path patterns of the contract's `url` fields: the option `patterns` of portal-feeds. */
export type ContractPatterns = Record<'article' | 'category' | 'official' | 'agency' | 'language', string> & {
  /** Where public-record is installed. */
  directive?: string;
  programme?: string;
};

/**
 * Every path of the portal, by the page's name; `{slug}` stands for what a page shows. The page of a 404 or 410 has no
 * path of its own: it is shown at every address where nothing else is.
 */
type PathTable = {
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
  directives: string;
  directive: string;
  programmes: string;
  programme: string;
  search: string;
  /** By which browsers offer the search. */
  openSearch: string;
  procedures: string;
  exchange: string;
  archive: string;
  month: string;
  preview: string;
  /** Styles, scripts and icons; in one language alone. */
  assets: string;
  /** Under which the same paths are in other languages than the default one: `/{locale}`. */
  language: string;
};

export type PageName = Exclude<keyof PathTable, 'language'>;

/**
 * The table of all paths.
 *
 * @param patterns of portal-feeds, so that the contract's `url` fields lead to these pages
 * @param changed the option `paths`: paths that differ from these
 */
export const pathTable = (patterns: ContractPatterns, changed: Partial<Omit<PathTable, 'language'>>): PathTable => ({
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
  directives: listOf(patterns.directive ?? ''),
  directive: patterns.directive ?? '',
  programmes: listOf(patterns.programme ?? ''),
  programme: patterns.programme ?? '',
  search: '/tim-kiem',
  openSearch: '/opensearch.xml',
  procedures: '/tien-do-giai-quyet-tthc',
  exchange: '/gui-nhan-van-ban',
  archive: '/luu-tru',
  month: '/luu-tru/{slug}',
  preview: '/xem-truoc/{slug}',
  assets: '/assets/{slug}',
  language: patterns.language,
  ...changed,
});

/** `/tin-tuc` of `/tin-tuc/{slug}`. */
const listOf = (pattern: string): string => pattern.replace(/\/[^/]*\{slug\}.*$/, '') || '/';

const prefix = ({ language }: PathTable, locale: Locale): string =>
  locale === DEFAULT_LOCALE ? '' : language.replace('{locale}', locale);

/** The language of a path: Vietnamese unless it lies under that of another. */
export const localeOfPath = (table: PathTable, path: string): Locale =>
  LOCALES.find(
    (locale) =>
      locale !== DEFAULT_LOCALE && `${path}/`.toLowerCase().startsWith(`${prefix(table, locale)}/`.toLowerCase()),
  ) ?? DEFAULT_LOCALE;

/** The path of a page in a language, with the slug of what it shows. */
export function pagePath(table: PathTable, name: PageName, locale: Locale, slug = ''): string {
  const path = prefix(table, locale) + table[name].replace('{slug}', () => encodeURIComponent(slug));
  return path === '/' ? path : path.replace(/\/$/, '');
}

/** A page's path in a language as the router has it: `/en/tin-tuc/:slug`. */
export const routePath = (table: PathTable, name: PageName, locale: Locale): string =>
  (prefix(table, locale) + table[name].replace('{slug}', ':slug')).replace(/(.)\/$/, '$1');
