import { instantText } from './instant';
import { secondsToNextChange, type Timed } from './next-change';

/**
 * What became of an article whose slug is not visible: it moved to another slug, or it is gone. `on` is when. Null for
 * a slug under which nothing was ever public, or whose article is embargoed again.
 */
export type AddressModel =
  | ({ outcome: 'moved' | 'gone'; id: string; slug: string | null; reason: string | null; on: string | null } & Timed)
  | null;

/** The latest that was public under the slug. Found by the primary key of newsroom.addresses. */
export function formerAddress(locale: string, slug: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    known AS (
      SELECT address.* FROM clock, newsroom.addresses address
       WHERE address.slug = $2 AND address.locale = $1 AND address.public_from <= clock.now
       ORDER BY address.left_on DESC NULLS FIRST, address.public_from DESC
       LIMIT 1
    )
    SELECT json_build_object(
      'outcome', CASE WHEN target.slug IS NULL THEN 'gone' ELSE 'moved' END,
      'id', known.document_id, 'slug', target.slug,
      'reason', CASE WHEN a.withdrawn_on <= clock.now THEN a.withdrawal_reason END,
      'on', ${instantText(`CASE
        WHEN a.id IS NULL OR a.slug <> known.slug THEN known.left_on
        WHEN a.withdrawn_on <= clock.now THEN a.withdrawn_on
        ELSE a.expires_on END`)},
      ${secondsToNextChange}
    ) AS model
    FROM clock CROSS JOIN known
    LEFT JOIN articles a
      ON a.document_id = known.document_id AND a.locale = known.locale AND a.published_at IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT here.slug FROM articles here
       WHERE here.locale = known.locale AND here.slug <> known.slug
         AND newsroom.is_visible(here.published_at, here.published_on, here.expires_on, here.withdrawn_on, clock.now)
         AND (here.id = a.id OR (a.withdrawn_on <= clock.now AND a.withdrawal_outcome = 'moved' AND here.slug = a.moved_to))
       LIMIT 1
    ) target ON true
    WHERE a.id IS NULL OR a.published_on <= clock.now`;
  return { text, values: [locale, slug] };
}
