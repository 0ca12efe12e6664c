import { addConstraint } from '../../../../../postgres/add-constraint';

/**
 * Agencies as they stood on a day. A period row overrides the agency's own values while it lasts; `to` is its last
 * day. No two periods of an agency overlap.
 */
export const agencies = [
  `CREATE UNIQUE INDEX IF NOT EXISTS agencies_slug ON agencies (slug)`,

  addConstraint(
    'agency_periods',
    'agency_periods_apart',
    `EXCLUDE USING gist (agency_ref WITH =, daterange("from", "to", '[]') WITH &&)`,
  ),

  `CREATE OR REPLACE FUNCTION directory.agency_name(agency agencies, day date, locale text) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(
       (SELECT CASE WHEN locale = 'en' THEN coalesce(period.name_en, period.name) ELSE period.name END
          FROM agency_periods period
         WHERE period.agency_ref = agency.id AND daterange(period."from", period."to", '[]') @> day),
       CASE WHEN locale = 'en' THEN coalesce(agency.name_en, agency.name) ELSE agency.name END) $$`,

  `CREATE OR REPLACE FUNCTION directory.agency_status(agency agencies, day date) RETURNS text
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN agency.dissolved_on <= day THEN 'dissolved'
                 WHEN agency.founded_on > day THEN 'planned'
                 ELSE 'active' END $$`,

  `CREATE OR REPLACE FUNCTION directory.agency_id(agency_slug text) RETURNS SETOF integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT id FROM agencies WHERE slug = agency_slug $$`,

  // UNION, not UNION ALL: agencies that succeed each other in a circle end the recursion.
  `CREATE OR REPLACE FUNCTION directory.with_predecessors(agency_slug text) RETURNS SETOF integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE line AS (
       SELECT id FROM agencies WHERE slug = agency_slug
       UNION
       SELECT succession.predecessor_ref FROM successions succession JOIN line ON succession.successor_ref = line.id
     )
     SELECT id FROM line WHERE id IS NOT NULL $$`,
];
