import type { Core } from '@strapi/strapi';

/** The document ids of an agency and of all below it, as the directory has them today; it has some hundreds. */
export async function branchOf(strapi: Core.Strapi, agency: string): Promise<string[]> {
  const { rows } = await strapi.db.connection.raw(
    `WITH RECURSIVE branch AS (
       SELECT id, document_id FROM agencies WHERE document_id = ?
       UNION
       SELECT below.id, below.document_id FROM agencies below JOIN branch ON below.parent_ref = branch.id
     )
     SELECT document_id AS id FROM branch`,
    [agency],
  );
  return rows.map(({ id }: { id: string }) => id);
}
