import { articleOf, cardColumns, cardJoins, visible, type CardModel } from './card';
import { ruleOf } from './feed-source';
import { firstByRule } from './article-listing';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';

/** Null when there is no such collection in that locale. */
export type LatestNewsModel =
  | ({
      collection: { slug: string; name: string };
      changedOn: string;
      cards: CardModel[];
    } & Timed)
  | null;

/** As many of the newest as the list shows even if all that is pinned were among them. */
const OF_THE_LIST = { locale: 'list.locale', now: 'list.now', limit: 'list.size + list.pinned' };

/** The positions that pins occupy now: each visible article at its first position only, other articles at none. */
const PINNED = `
  SELECT DISTINCT ON (a.id) a.id, pin.place
    FROM the_list JOIN pins pin ON pin.list_ref = the_list.id
    JOIN pins_article_lnk link ON link.pin_id = pin.id
    JOIN articles a ON a.id = link.article_id AND a.locale = the_list.locale AND ${visible('the_list.now')}
   WHERE pin.place <= the_list.size
     AND (pin."from" IS NULL OR pin."from" <= the_list.now) AND (pin."until" IS NULL OR pin."until" > the_list.now)
   ORDER BY a.id, pin.place`;

/**
 * A collection: pinned articles at their positions, and in the other positions the newest visible articles of a
 * category's subtree, of an agency, or of all.
 */
export function latestNews(locale: string, slug: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    the_list AS (
      SELECT list.*, clock.now, ${ruleOf('list')}
        FROM clock, latest_news_lists list
       WHERE list.locale = $1 AND list.slug = $2
    ),
    pinned AS (${PINNED}),
    list AS (SELECT the_list.*, (SELECT count(*) FROM pinned) AS pinned FROM the_list),
    newest AS (
      SELECT a.id, row_number() OVER (ORDER BY a.published_on DESC, a.document_id DESC) AS turn
        FROM list CROSS JOIN LATERAL (
          ${firstByRule('list', OF_THE_LIST)}
        ) a
       WHERE a.id NOT IN (SELECT id FROM pinned)
    ),
    free AS (
      SELECT place, row_number() OVER (ORDER BY place) AS turn
        FROM list CROSS JOIN LATERAL generate_series(1, list.size) AS place
       WHERE place NOT IN (SELECT pinned.place FROM pinned)
    ),
    page AS (
      SELECT id, place FROM pinned
      UNION ALL
      SELECT newest.id, free.place FROM newest JOIN free USING (turn)
    )
    SELECT json_build_object(
      'collection', json_build_object('slug', list.slug, 'name', list.name),
      'changedOn', ${instantText(`greatest(
        (SELECT max(pin."from") FROM pins pin WHERE pin.list_ref = list.id AND pin."from" <= list.now),
        (SELECT max(pin."until") FROM pins pin WHERE pin.list_ref = list.id AND pin."until" <= list.now),
        (SELECT coalesce(max(greatest(a.published_on, a.updated_on)), list.created_at)
           FROM page CROSS JOIN ${articleOf('page')}))`)},
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}) ORDER BY page.place)
          FROM page CROSS JOIN ${articleOf('page')} ${cardJoins}), '[]'),
      ${secondsToNextChange}
    ) AS model
    FROM list`;
  return { text, values: [locale, slug] };
}
