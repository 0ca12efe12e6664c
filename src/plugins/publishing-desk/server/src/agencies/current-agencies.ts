import type { Core } from '@strapi/strapi';

/** An agency as somebody chooses it: its name may be another's too, under another parent. */
export type CurrentAgency = { documentId: string; name: string; parent: string | null };

/** The agencies that were not dissolved by today's day at the portal, by name; some hundreds. */
export async function currentAgencies(strapi: Core.Strapi): Promise<CurrentAgency[]> {
  const { rows } = await strapi.db.connection.raw<{ rows: CurrentAgency[] }>(
    `SELECT agency.document_id AS "documentId", agency.name, parent.name AS parent
       FROM agencies agency LEFT JOIN agencies parent ON parent.id = agency.parent_ref
      WHERE agency.dissolved_on IS NULL OR agency.dissolved_on > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      ORDER BY agency.name COLLATE "vi-VN-x-icu", agency.id`,
  );
  return rows;
}
