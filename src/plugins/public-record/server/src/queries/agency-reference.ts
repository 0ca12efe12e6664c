/** An agency as an answer names it: by its name on a day. */
export type AgencyReference = { id: string; slug: string; name: string };

/** The agency of a row id, by its name on a day in the locale `$1`, as JSON. Arguments are SQL expressions. */
export const agencyReference = (ref: string, day: string): string => `(
  SELECT json_build_object('id', agency.document_id, 'slug', agency.slug,
           'name', directory.agency_name(agency, ${day}, $1))
    FROM agencies agency WHERE agency.id = ${ref})`;

/**
 * The row source `named` of an agency filter: `id`, `document_id` and the present `slug` of the agency that has the given name, else of
 * the one that left it last, else of the one with that document id; nulls where none has. Found by agencies_slug, the primary
 * key of directory.former_slugs and the index of document ids.
 *
 * @param name an SQL expression
 */
export const namedAgency = (name: string): string => `
  named AS MATERIALIZED (
    SELECT max(id) AS id, max(document_id) AS document_id, max(slug) AS slug FROM (
      SELECT id, document_id, slug FROM (
        SELECT 1 AS standing, NULL::timestamp AS left_on, id, document_id, slug FROM agencies WHERE slug = ${name}
        UNION ALL
        SELECT 2, former.left_on, here.id, here.document_id, here.slug
          FROM directory.former_slugs former JOIN agencies here ON here.document_id = former.document_id
         WHERE former.of = 'agencies' AND former.slug = ${name}
        UNION ALL
        SELECT 3, NULL, id, document_id, slug FROM agencies WHERE document_id = ${name}
      ) known
       ORDER BY standing, left_on DESC
       LIMIT 1) first)`;
