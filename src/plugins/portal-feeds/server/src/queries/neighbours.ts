import { articleOf, cardColumns, cardJoins, type CardModel } from './card';
import { firstOfAll, firstListed } from './article-listing';
import { secondsToNextChange, type Timed } from './next-change';

/** Null when no visible article has that slug. */
export type NeighboursModel = ({ newer: CardModel[]; older: CardModel[] } & Timed) | null;

const COUNT = 5;

const side = (comparison: '>' | '<', direction: 'ASC' | 'DESC'): string => {
  const nearest = {
    locale: 'here.locale',
    now: 'here.now',
    limit: COUNT,
    condition: `(a.published_on, a.document_id) ${comparison} (here.published_on, here.document_id)`,
    direction,
  };
  return `
  coalesce((
    SELECT json_agg(json_build_object(${cardColumns}) ORDER BY a.published_on ${direction}, a.document_id ${direction})
      FROM (
        ${firstListed('category', '(SELECT here.category_ref)', nearest)}
        UNION ALL
        SELECT newest.* FROM (SELECT WHERE here.category_ref IS NULL) everything
         CROSS JOIN LATERAL (${firstOfAll(nearest)}) newest
      ) page CROSS JOIN ${articleOf('page')} ${cardJoins}), '[]')`;
};

/**
 * The five articles before and after one in its category, or among all where it has none.
 * Found by articles_published_slug.
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
