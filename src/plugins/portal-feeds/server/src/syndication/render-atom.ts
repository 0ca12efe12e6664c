import { feedAddress, type Enclosure, type FeedEntry, type Feed } from '../../../../../contract';
import { element, textElement, xmlDocument } from './xml';

/** RFC 3339. */
const date = (instant: Date): string => instant.toISOString();

const person = (name: string) => element('author', {}, element('name', {}, name));

const enclosure = ({ url, type, size, title }: Enclosure) =>
  element('link', { rel: 'enclosure', href: url, type, length: size, title });

const entry = (one: FeedEntry) =>
  element(
    'entry',
    {},
    element('id', {}, one.id),
    element('title', {}, one.title),
    element('link', { rel: 'alternate', type: 'text/html', href: one.url }),
    element('published', {}, date(one.publishedOn)),
    element('updated', {}, date(one.updatedOn)),
    one.author !== null && person(one.author),
    one.category && element('category', { term: one.category.slug, label: one.category.name }),
    textElement('summary', one.summary),
    element('content', { type: 'html' }, one.html),
    ...[one.image, ...one.attachments].map((file) => file && enclosure(file)),
  );

/** The feed as Atom 1.0 (RFC 4287), with a tombstone (RFC 6721) of each entry that was removed. */
export function renderAtom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xml:lang': feed.language,
      },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      textElement('subtitle', feed.description),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feedAddress(feed, 'atom') }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      element('updated', {}, date(feed.updatedOn)),
      person(feed.publisher),
      ...feed.entries.map(entry),
      ...feed.removed.map(({ id, on }) => element('at:deleted-entry', { ref: id, when: date(on) })),
    ),
  );
}
