/**
 * The one definition of what is visible. Instants are Strapi's: UTC, without a zone.
 * `is_visible` is inlined by the planner, so that its range on published_on can use an index.
 */
export const visibility = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.clock() RETURNS timestamp
   LANGUAGE sql STABLE PARALLEL SAFE
   RETURN now() AT TIME ZONE 'UTC'`,

    `CREATE OR REPLACE FUNCTION newsroom.portal_day(instant timestamp) RETURNS date
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN (instant + interval '7 hours')::date`,

    `CREATE OR REPLACE FUNCTION newsroom.day_start(day date) RETURNS timestamp
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN day - interval '7 hours'`,

    // Of a row that is known to be published.
    `CREATE OR REPLACE FUNCTION newsroom.is_visible(
     published_on timestamp, expires_on timestamp, withdrawn_on timestamp, at timestamp
   ) RETURNS boolean
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN published_on <= at
     AND (expires_on IS NULL OR expires_on > at)
     AND (withdrawn_on IS NULL OR withdrawn_on > at)`,

    `CREATE OR REPLACE FUNCTION newsroom.is_visible(
     published_at timestamp, published_on timestamp, expires_on timestamp, withdrawn_on timestamp, at timestamp
   ) RETURNS boolean
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN published_at IS NOT NULL AND newsroom.is_visible(published_on, expires_on, withdrawn_on, at)`,

    // Visible, or withdrawn with a notice: what its own address answers with 200.
    `CREATE OR REPLACE FUNCTION newsroom.is_readable(
     published_at timestamp, published_on timestamp, expires_on timestamp, withdrawn_on timestamp, outcome text,
     at timestamp
   ) RETURNS boolean
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN newsroom.is_visible(published_at, published_on, expires_on,
     CASE WHEN outcome IN ('notice', 'notice-without-body') THEN NULL ELSE withdrawn_on END, at)`,
  ],
};
