import { instantText } from '../../../../../postgres/instant-text';

/** The present slug of a collection that left another one; null where it was deleted. `on` is when it left. */
export type FormerCollectionModel = { slug: string | null; on: string } | null;

/**
 * What became of a slug that a collection of latest news had, in a language: by the primary key of
 * newsroom.former_slugs. Null for a slug that none left.
 */
export function formerCollection(locale: string, slug: string) {
  const text = `
    SELECT json_build_object('slug', list.slug, 'on', ${instantText('former.left_on')}) AS model
      FROM newsroom.former_slugs former
      LEFT JOIN latest_news_lists list ON list.document_id = former.document_id AND list.locale = $1
     WHERE former.of = 'latest_news_lists' AND former.slug = $2
     ORDER BY list.id IS NULL, former.left_on DESC
     LIMIT 1`;
  return { text, values: [locale, slug] };
}
