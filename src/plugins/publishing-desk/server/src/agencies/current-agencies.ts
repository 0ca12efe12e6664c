import type { Core } from '@strapi/strapi';
import { agencySpellings } from './agency-spellings';

/** An agency in a list to choose from. Two can have one name, under different parents. */
type CurrentAgency = { documentId: string; name: string; shortName: string | null; parent: string | null };

/** The agencies that are not dissolved on the portal's present day, by name; some hundreds. */
export async function currentAgencies(strapi: Core.Strapi) {
  const { rows } = await strapi.db.connection.raw<{ rows: CurrentAgency[] }>(
    `SELECT agency.document_id AS "documentId", agency.name, agency.short_name AS "shortName", parent.name AS parent
       FROM agencies agency LEFT JOIN agencies parent ON parent.id = agency.parent_ref
      WHERE agency.dissolved_on IS NULL OR agency.dissolved_on > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      ORDER BY agency.name COLLATE "vi-VN-x-icu", agency.id`,
  );
  const spell = await agencySpellings(strapi);
  return rows.map(({ shortName, ...agency }) => ({ ...agency, spellings: spell(agency.name, shortName) }));
}
