import type { Core } from '@strapi/strapi';

const branches = new WeakMap<object, Map<string, Promise<string[]>>>();

/**
 * The document ids of an agency and of all agencies below it today. Queried once per request, since Strapi evaluates
 * the conditions of a role once for each permission.
 */
export function agencyBranch(strapi: Core.Strapi, agency: string): Promise<string[]> {
  const request = strapi.requestContext.get();
  if (!request) return selectBranch(strapi, agency);
  const known = branches.get(request) ?? new Map<string, Promise<string[]>>();
  branches.set(request, known);
  const branch = known.get(agency) ?? selectBranch(strapi, agency);
  known.set(agency, branch);
  return branch;
}

async function selectBranch(strapi: Core.Strapi, agency: string): Promise<string[]> {
  const { rows } = await strapi.db.connection.raw<{ rows: { id: string }[] }>(
    `WITH RECURSIVE branch AS (
       SELECT id, document_id FROM agencies WHERE document_id = ?
       UNION
       SELECT below.id, below.document_id FROM agencies below JOIN branch ON below.parent_ref = branch.id
     )
     SELECT document_id AS id FROM branch`,
    [agency],
  );
  return rows.map(({ id }) => id);
}
