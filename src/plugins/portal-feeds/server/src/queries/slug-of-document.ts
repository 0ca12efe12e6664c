import type { FeedKind } from './feed-source';

const TABLES: Record<FeedKind, string> = {
  collection: 'latest_news_lists',
  category: 'categories',
  agency: 'agencies',
};

/** The present slug of a feed's source by its document id; null without such a document. */
export function slugOfDocument(locale: string, kind: FeedKind, documentId: string) {
  const text = `
    SELECT to_json(source.slug) AS model FROM ${TABLES[kind]} source
     WHERE source.document_id = $2
     ORDER BY (source.locale = $1) DESC NULLS LAST, source.locale
     LIMIT 1`;
  return { text, values: [locale, documentId] };
}
