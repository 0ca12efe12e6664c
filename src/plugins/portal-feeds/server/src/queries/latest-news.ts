import { cardColumns, cardJoins, visible, type CardModel } from './card';
import { instantText } from './instant';
import { secondsToNextChange, type Timed } from './next-change';

/** Null when there is no such collection in that locale. */
export type LatestNewsModel =
  | ({
      collection: { slug: string; name: string };
      changedOn: string;
      cards: CardModel[];
    } & Timed)
  | null;

/** One arm of a list: as many of the newest as it shows, in the order of the index that the condition picks. */
const newestOf = (condition: string, rows: string): string => `
  (SELECT a.* FROM ${rows} CROSS JOIN LATERAL (
    SELECT a.* FROM articles a
     WHERE ${condition} AND a.locale = list.locale AND ${visible('list.now')}
     ORDER BY a.published_on DESC, a.document_id DESC
     LIMIT list.size) a)`;

/**
 * The newest visible articles of a collection, as many as it shows: of a category's subtree, of an agency, or of all.
 * Each arm walks its own index (articles_newest_of_category, articles_newest_of_agency, articles_newest); an arm that
 * the list does not mean has no rows.
 */
export function latestNews(locale: string, slug: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    list AS (
      SELECT list.*, clock.now FROM clock, latest_news_lists list WHERE list.locale = $1 AND list.slug = $2
    ),
    page AS (
      SELECT a.* FROM list CROSS JOIN LATERAL (
        ${newestOf(
          'a.category_ref = member.id AND (list.agency_ref IS NULL OR a.agency_ref = list.agency_ref)',
          `
          newsroom.category_subtree((SELECT slug FROM categories WHERE id = list.category_ref)) AS member (id)`,
        )}
        UNION ALL
        ${newestOf('a.agency_ref = list.agency_ref', '(SELECT WHERE list.category_ref IS NULL) only_agency')}
        UNION ALL
        ${newestOf('true', '(SELECT WHERE list.category_ref IS NULL AND list.agency_ref IS NULL) everything')}
      ) a
      ORDER BY a.published_on DESC, a.document_id DESC
      LIMIT (SELECT size FROM list)
    )
    SELECT json_build_object(
      'collection', json_build_object('slug', list.slug, 'name', list.name),
      'changedOn', ${instantText(
        '(SELECT coalesce(max(greatest(page.published_on, page.updated_on)), list.created_at) FROM page)',
      )},
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}) ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page a ${cardJoins}), '[]'),
      ${secondsToNextChange}
    ) AS model
    FROM list`;
  return { text, values: [locale, slug] };
}
