import { rowOfName } from '../../../../../postgres/former-slugs';

/** An agency as an answer names it: by its name on a day. */
export type AgencyReference = { id: string; slug: string; name: string };

/** The agency of a row id, by its name on a day in the locale `$1`, as JSON. Arguments are SQL expressions. */
export const agencyReference = (ref: string, day: string): string => `(
  SELECT json_build_object('id', agency.document_id, 'slug', agency.slug,
           'name', directory.agency_name(agency, ${day}, $1))
    FROM agencies agency WHERE agency.id = ${ref})`;

/**
 * The row source `named` of an agency filter: `id`, `document_id` and the present `slug` of the agency that a name stands
 * for; nulls where none has it.
 *
 * @param name an SQL expression
 */
export const namedAgency = (name: string): string => `
  named AS MATERIALIZED (
    SELECT max(id) AS id, max(document_id) AS document_id, max(slug) AS slug
      FROM (${rowOfName('directory', 'agencies', name)}) first)`;

/** The agency (`id`: its document id, `slug`) that the name `:agency` stands for: a slug that it has or had, or its document id. */
export const agencyNamed = `SELECT document_id AS id, slug FROM (${rowOfName('directory', 'agencies', ':agency')}) named`;
