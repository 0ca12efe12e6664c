import { MAX_TOMBSTONES, TOMBSTONE_DAYS } from '../../../../../contract';

/** What was public in a feed and is not any more; `on` is when it was retracted. */
export type TombstoneModel = { id: string; on: string };

/** @param prefix of the row's columns */
const isWithin = (row: string, feed: string, prefix = ''): string => `
  (${feed}.categories IS NULL OR ${row}.${prefix}category_ref = ANY(${feed}.categories))
  AND (${feed}.agencies IS NULL OR ${row}.${prefix}agency_ref = ANY(${feed}.agencies))`;

const belongs = (row: string, feed: string): string => `
  ${row}.locale = ${feed}.locale AND ${isWithin(row, feed)}`;

/**
 * The articles of a feed that were retracted in the last TOMBSTONE_DAYS: expired or withdrawn (their rows remain), unpublished
 * or deleted. An article that moved is not retracted. The days are the portal's, so that time alone changes this only
 * at its midnight, when every cached response expires.
 *
 * Found by articles_next_expiry, articles_next_withdrawal and retractions_newest.
 *
 * @param feed a row source with `locale`, `categories` and `agencies`, beside `clock`
 */
export const removedSince = (feed: string): string => `
  SELECT document_id, retracted_on FROM (
    SELECT a.document_id, newsroom.retracted_on(a.published_on, a.expires_on, a.withdrawn_on, clock.now) AS retracted_on,
           since.day
      FROM clock CROSS JOIN ${feed}
     CROSS JOIN LATERAL (SELECT newsroom.day_start(newsroom.portal_day(clock.now) - ${TOMBSTONE_DAYS}) AS day) since
      JOIN articles a ON a.published_at IS NOT NULL AND ${belongs('a', feed)}
       AND (a.expires_on >= since.day AND a.expires_on <= clock.now
         OR a.withdrawn_on >= since.day AND a.withdrawn_on <= clock.now)
       AND NOT (coalesce(a.withdrawal_outcome = 'moved', false) AND a.withdrawn_on <= clock.now)
    UNION ALL
    SELECT gone.document_id, gone.retracted_on, since.day
      FROM clock CROSS JOIN ${feed}
     CROSS JOIN LATERAL (SELECT newsroom.day_start(newsroom.portal_day(clock.now) - ${TOMBSTONE_DAYS}) AS day) since
      JOIN newsroom.retractions gone ON gone.retracted_on >= since.day AND ${belongs('gone', feed)}
  ) retracted
   WHERE retracted_on >= day
   ORDER BY retracted_on DESC, document_id
   LIMIT ${MAX_TOMBSTONES}`;

/**
 * The latest instant that a feed has shown of entries that have left it, however long ago: of what was retracted, of what
 * moved to another article, and of what stays public elsewhere (newsroom's `departures`). Null where nothing left it.
 *
 * @param feed as of `removedSince`, with `rule_changed_on`
 */
export const lastRemoved = (feed: string): string => `(
  SELECT max(left_on) FROM (
    SELECT greatest(least(a.expires_on, a.withdrawn_on), a.published_on, a.updated_on) AS left_on
      FROM clock CROSS JOIN ${feed}
      JOIN articles a ON a.published_at IS NOT NULL AND ${belongs('a', feed)}
       AND (a.expires_on <= clock.now OR a.withdrawn_on <= clock.now)
       AND a.published_on < least(a.expires_on, a.withdrawn_on)
    UNION ALL
    SELECT gone.retracted_on
      FROM ${feed} JOIN newsroom.retractions gone ON ${belongs('gone', feed)}
    UNION ALL
    SELECT moved.left_on
      FROM ${feed} JOIN newsroom.departures moved ON ${belongs('moved', feed)} AND NOT (${isWithin('moved', feed, 'to_')})
    UNION ALL
    SELECT narrowed.narrowed_on
      FROM ${feed} JOIN newsroom.narrowed_categories narrowed ON narrowed.category_ref = ANY(${feed}.categories)
    UNION ALL
    SELECT rule_changed_on FROM ${feed}
  ) removed)`;
