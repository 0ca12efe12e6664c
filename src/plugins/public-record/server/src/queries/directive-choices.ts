import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';

/** A directive to choose: `issuedOn` is a civil day. */
type DirectiveChoice = { id: string; number: string; issuedOn: string; abstract: string; agency: string };

const MOST_CHOICES = 20;

const COLUMNS = `
  SELECT DISTINCT ON (d.issued_on, d.document_id) d.document_id AS id, d.number,
         to_char(d.issued_on, 'YYYY-MM-DD') AS "issuedOn", d.abstract, coalesce(agency.short_name, agency.name) AS agency`;

const ORDER = `
   ORDER BY d.issued_on DESC, d.document_id, (d.locale = '${DEFAULT_LOCALE}') DESC
   LIMIT `;

/** Whose number begins so, in any spelling. By directives_number. */
const BY_NUMBER = `
  WITH asked AS (SELECT public_record.number_key(?::text) AS key)
  ${COLUMNS}
    FROM asked JOIN directives d
      ON public_record.number_key(d.number) ~>=~ asked.key AND public_record.number_key(d.number) ~<~ (asked.key || chr(1114111))
    JOIN agencies agency ON agency.id = d.agency_ref
   WHERE d.published_at IS NOT NULL
  ${ORDER} ${MOST_CHOICES}`;

/** By directives_one_published. */
const BY_ID = `
  ${COLUMNS}
    FROM directives d JOIN agencies agency ON agency.id = d.agency_ref
   WHERE d.published_at IS NOT NULL AND d.document_id = ANY(?::text[])
  ${ORDER} ?`;

const rows = async (strapi: Core.Strapi, statement: string, values: (string | number | string[])[]) =>
  (await strapi.db.connection.raw<{ rows: DirectiveChoice[] }>(statement, values as never)).rows;

/** The newest published directives whose number begins with a text, in any spelling. */
export const publishedByNumber = (strapi: Core.Strapi, number: string): Promise<DirectiveChoice[]> =>
  rows(strapi, BY_NUMBER, [number]);

/** Those of some document ids that are published. */
export const publishedById = (strapi: Core.Strapi, ids: string[]): Promise<DirectiveChoice[]> =>
  rows(strapi, BY_ID, [ids, ids.length]);
