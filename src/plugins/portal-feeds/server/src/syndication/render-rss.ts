import { feedAddress, type Feed, type FeedEntry } from '../../../../../contract';
import { element, escapeXml, textElement, xmlDocument } from './xml';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** RFC 1123 in GMT, as `toUTCString` writes it: `Fri, 19 Feb 2021 10:17:00 GMT`. */
const date = (instant: Date): string => instant.toUTCString();

const escapedOrNull = (text: string | null): string | null => (text === null ? null : escapeXml(text));

// An item has one enclosure at most (RSS Advisory Board, best practices): its picture.
const item = ({ id, url, title, summary, excerpt, html, publishedOn, updatedOn, author, category, image }: FeedEntry) =>
  element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, date(publishedOn)),
    element('atom:updated', {}, updatedOn.toISOString()),
    textElement('dc:creator', author),
    category && element('category', { domain: category.url }, category.name),
    // Feed readers interpret a description as HTML.
    textElement('description', escapedOrNull(summary ?? excerpt ?? null)),
    textElement('content:encoded', html || null),
    image && element('enclosure', { url: image.url, length: image.size, type: image.type }),
    textElement('media:credit', image?.credit ?? null),
  );

/** The feed as RSS 2.0. What was removed is simply not in it. */
export function renderRss(feed: Feed): string {
  return xmlDocument(
    element(
      'rss',
      { version: '2.0', ...NAMESPACES },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.page),
        element('description', {}, feed.description ?? feed.title),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, date(feed.updatedOn)),
        element('atom:link', { href: feedAddress(feed, 'rss'), rel: 'self', type: 'application/rss+xml' }),
        ...feed.entries.map(item),
      ),
    ),
  );
}
