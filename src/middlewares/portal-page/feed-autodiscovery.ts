import { escapeHtml } from './fill-template';
import { DEFAULT_LOCALE } from '../../vietnamese';
import type { Locale } from './locales';
import { MISSING, type Page } from './pages';

/** The placeholder for the slug of a page's own feed, which is known per request only. */
export const SLUG = '<!--slug-->';

const FORMATS = [
  { name: 'RSS', extension: 'rss', type: 'application/rss+xml' },
  { name: 'Atom', extension: 'atom', type: 'application/atom+xml' },
  { name: 'JSON Feed', extension: 'json', type: 'application/feed+json' },
];

const links = (address: string, title = ''): string[] =>
  FORMATS.map(
    ({ name, extension, type }) =>
      `<link rel="alternate" type="${type}" title="${escapeHtml(title)} (${name})" href="${address}.${extension}" />`,
  );

/**
 * The links by which readers discover feeds, the page's own first. Vietnamese pages only, like the feeds.
 * @param defaultList the slug of the list that every page links to
 */
export function feedLinks(
  { name, feed, secret }: Page,
  locale: Locale,
  words: Record<string, string>,
  defaultList: string,
): string {
  if (locale !== DEFAULT_LOCALE || secret || name === MISSING.name) return '';
  const own = feed ? links(feed.replace('{slug}', SLUG), words[`${name}Feed`]) : [];
  return [...own, ...links(`/feeds/${defaultList}`, words.latestNews)].map((link) => `\n    ${link}`).join('');
}
