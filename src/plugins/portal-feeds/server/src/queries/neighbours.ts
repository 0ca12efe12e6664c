import { cardColumns, cardJoins, visible, type CardModel } from './card';
import { secondsToNextChange, type Timed } from './next-change';

/** Null when there is no such article that can be read. */
export type NeighboursModel = ({ newer: CardModel[]; older: CardModel[] } & Timed) | null;

const COUNT = 5;

const nearest = (condition: string, comparison: '>' | '<', direction: 'ASC' | 'DESC'): string => `
  (SELECT a.* FROM articles a
    WHERE ${condition} AND a.locale = here.locale AND ${visible('here.now')}
      AND (a.published_on, a.document_id) ${comparison} (here.published_on, here.document_id)
    ORDER BY a.published_on ${direction}, a.document_id ${direction}
    LIMIT ${COUNT})`;

const side = (comparison: '>' | '<', direction: 'ASC' | 'DESC'): string => `
  coalesce((
    SELECT json_agg(json_build_object(${cardColumns}) ORDER BY a.published_on ${direction}, a.document_id ${direction})
      FROM (
        ${nearest('a.category_ref = here.category_ref', comparison, direction)}
        UNION ALL
        ${nearest('here.category_ref IS NULL', comparison, direction)}
      ) a ${cardJoins}), '[]')`;

/**
 * The five articles before and after one in its category, or among all where it has none.
 * Found by articles_published_slug; both sides walk articles_newest_of_category (or articles_newest).
 */
export function neighbours(locale: string, slug: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    here AS (
      SELECT a.document_id, a.locale, a.category_ref, a.published_on, clock.now
        FROM clock, articles a
       WHERE a.slug = $2 AND a.locale = $1
         AND newsroom.is_readable(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, a.withdrawal_outcome,
           clock.now)
    )
    SELECT json_build_object('newer', ${side('>', 'ASC')}, 'older', ${side('<', 'DESC')}, ${secondsToNextChange}) AS model
      FROM here`;
  return { text, values: [locale, slug] };
}
