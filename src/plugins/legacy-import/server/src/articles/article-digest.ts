import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { digestOf, sorted } from '../digest';
import { type ArticleRow, articles } from './documents';

// What an editor can change. Listed, so that an attribute of a later version does not make articles look edited.
const FIELDS = [
  'title',
  'slug',
  'summary',
  'body',
  'publishedOn',
  'updatedOn',
  'expiresOn',
  'author',
  'sourceName',
  'sourceUrl',
  'corrections',
  'withdrawnOn',
  'withdrawalOutcome',
  'legacyUrl',
];
const RELATIONS = ['category', 'agency', 'agencies', 'officials', 'cover', 'attachments'];

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one): one is ArticleRow => typeof one === 'object' && one !== null)
    .map(({ documentId }) => documentId)
    .sort();

/**
 * What an article is now, as one digest: the draft that an editor would open, its links, and whether it is published.
 * Null when there is no such article any more.
 */
export async function articleDigest(strapi: Core.Strapi, documentId: string): Promise<string | null> {
  const populate = Object.fromEntries(RELATIONS.map((name) => [name, true]));
  const draft = await articles(strapi).findOne({ documentId, locale: DEFAULT_LOCALE, status: 'draft', populate });
  if (!draft) return null;
  const published = await articles(strapi).findOne({ documentId, locale: DEFAULT_LOCALE, status: 'published' });
  const fields = FIELDS.map((name) => sorted(draft[name] ?? null));
  const links = RELATIONS.map((name) => idsOf(draft[name]));
  return digestOf([fields, links, published !== null]);
}
