import { cardColumns, cardJoins, visible, type CardModel } from './card';
import { instantText } from './instant';

/** Null when there is no such collection in that locale. */
export type LatestNewsModel = {
  collection: { slug: string; name: string };
  changedOn: string;
  cards: CardModel[];
  secondsToNextChange: number | null;
} | null;

/** The newest visible articles of a collection, as many as it shows. Order: articles_newest and its two siblings. */
export function latestNews(locale: string, slug: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    page AS (
      SELECT a.* FROM clock, latest_news_lists list
        LEFT JOIN categories category ON category.id = list.category_ref
       CROSS JOIN LATERAL (
         SELECT a.* FROM articles a
          WHERE a.locale = list.locale
            AND ${visible('clock.now')}
            AND (list.category_ref IS NULL OR a.category_ref IN (SELECT newsroom.category_subtree(category.slug)))
            AND (list.agency_ref IS NULL OR a.agency_ref = list.agency_ref)
          ORDER BY a.published_on DESC, a.document_id DESC
          LIMIT list.size
       ) a
       WHERE list.locale = $1 AND list.slug = $2
    )
    SELECT json_build_object(
      'collection', json_build_object('slug', list.slug, 'name', list.name),
      'changedOn', ${instantText(
        '(SELECT coalesce(max(greatest(page.published_on, page.updated_on)), list.created_at) FROM page)',
      )},
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}) ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page a ${cardJoins}), '[]'),
      'secondsToNextChange', (SELECT extract(epoch FROM newsroom.next_change(now) - now) FROM clock)
    ) AS model
    FROM latest_news_lists list
    WHERE list.locale = $1 AND list.slug = $2`;
  return { text, values: [locale, slug] };
}
