/**
 * The next instant after `at` at which time alone changes an answer: an embargo ends, an article expires or a
 * withdrawal begins, a pin starts or ends, a redirect begins, or the portal's day does (titles held today), so that it
 * is never more than a day away. A row source of one row, since the planner puts such a function's body in its place:
 * called as a value it costs as much as the rest of an answer. Index probes: articles_next_embargo,
 * articles_next_expiry, articles_next_withdrawal, pins_next_start, pins_next_end; redirects are few.
 */
export const nextChange = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.next_changes(at timestamp) RETURNS SETOF timestamp
   LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
     SELECT least(
       (SELECT min(published_on) FROM articles WHERE published_at IS NOT NULL AND published_on > at),
       (SELECT min(expires_on) FROM articles
         WHERE published_at IS NOT NULL AND expires_on IS NOT NULL AND expires_on > at),
       (SELECT min(withdrawn_on) FROM articles
         WHERE published_at IS NOT NULL AND withdrawn_on IS NOT NULL AND withdrawn_on > at),
       (SELECT min("from") FROM pins WHERE "from" > at),
       (SELECT min("until") FROM pins WHERE "until" > at),
       (SELECT min("on") FROM redirects WHERE "on" > at),
       newsroom.day_start(newsroom.portal_day(at) + 1)
     ) $$`,
  ],
};
