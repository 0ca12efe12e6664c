/** A name of an agency on a day, in English for that locale, where there is an English name. */
const nameOnDay = (name: string, column: string): string => `
  CREATE OR REPLACE FUNCTION directory.${name}(agency agencies, day date, locale text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(
      (SELECT CASE WHEN locale = 'en' THEN coalesce(period.${column}_en, period.${column}) ELSE period.${column} END
         FROM agency_periods period
        WHERE period.agency_ref = agency.id AND daterange(period."from", period."to", '[]') @> day),
      CASE WHEN locale = 'en' THEN coalesce(agency.${column}_en, agency.${column}) ELSE agency.${column} END) $$`;

/**
 * Agencies as of a day. A period row overrides the agency's own values while it lasts; `to` is its last day. No two
 * periods of an agency overlap.
 */
export const agencies = {
  functions: [
    nameOnDay('agency_name', 'name'),
    nameOnDay('agency_short_name', 'short_name'),

    `CREATE OR REPLACE FUNCTION directory.agency_status(agency agencies, day date) RETURNS text
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN agency.dissolved_on <= day THEN 'dissolved'
                 WHEN agency.founded_on > day THEN 'planned'
                 ELSE 'active' END $$`,

    `CREATE OR REPLACE FUNCTION directory.agency_id(agency_slug text) RETURNS SETOF integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT id FROM agencies WHERE slug = agency_slug $$`,

    // UNION, not UNION ALL: a cycle of successions ends the recursion.
    `CREATE OR REPLACE FUNCTION directory.with_predecessors(agency_slug text) RETURNS SETOF integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE line AS (
       SELECT id FROM agencies WHERE slug = agency_slug
       UNION
       SELECT succession.predecessor_ref FROM successions succession JOIN line ON succession.successor_ref = line.id
     )
     SELECT id FROM line WHERE id IS NOT NULL $$`,

    `CREATE OR REPLACE FUNCTION directory.agency_parent(agency agencies, day date) RETURNS integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(
       (SELECT period.parent_ref FROM agency_periods period
         WHERE period.agency_ref = agency.id AND daterange(period."from", period."to", '[]') @> day),
       agency.parent_ref) $$`,

    // A code means an agency only from one day to another: today's begins when the last period with another code ended.
    `CREATE OR REPLACE FUNCTION directory.agency_codes(agency agencies) RETURNS json
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(json_agg(json_build_object('code', code, 'from', "from", 'to', "to")
         ORDER BY "to" DESC NULLS FIRST), '[]')
       FROM (
         SELECT agency.code, agency.dissolved_on AS "to", coalesce(
                  (SELECT max(period."to") + 1 FROM agency_periods period
                    WHERE period.agency_ref = agency.id AND period.code <> agency.code), agency.founded_on) AS "from"
          WHERE agency.code <> ''
         UNION ALL
         SELECT period.code, period."to", period."from" FROM agency_periods period
          WHERE period.agency_ref = agency.id AND period.code <> '' AND period.code IS DISTINCT FROM agency.code
       ) codes $$`,
  ],
};
