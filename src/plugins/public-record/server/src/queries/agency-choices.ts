import type { Core } from '@strapi/strapi';

/** An agency to choose. Two can have one name, under different parents. */
type AgencyChoice = { documentId: string; name: string; parent: string | null };

/** All agencies, by name; some hundreds. A programme of past years names those that are gone, too. */
export async function agencyChoices(strapi: Core.Strapi): Promise<AgencyChoice[]> {
  const { rows } = await strapi.db.connection.raw<{ rows: AgencyChoice[] }>(
    `SELECT agency.document_id AS "documentId", agency.name, parent.name AS parent
       FROM agencies agency LEFT JOIN agencies parent ON parent.id = agency.parent_ref
      ORDER BY agency.name COLLATE "vi-x-icu", agency.id`,
  );
  return rows;
}
