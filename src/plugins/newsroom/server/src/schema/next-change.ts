/**
 * The next instant after `at` at which time alone changes what is visible (an embargo ends, an article expires), or
 * null. Two index probes: articles_next_embargo, articles_next_expiry.
 */
export const nextChange = [
  `CREATE OR REPLACE FUNCTION newsroom.next_change(at timestamp) RETURNS timestamp
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT least(
       (SELECT min(published_on) FROM articles WHERE published_at IS NOT NULL AND published_on > at),
       (SELECT min(expires_on) FROM articles
         WHERE published_at IS NOT NULL AND expires_on IS NOT NULL AND expires_on > at)
     ) $$`,
];
