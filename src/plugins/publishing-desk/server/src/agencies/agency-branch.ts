import type { Core } from '@strapi/strapi';
import { branchOf } from './branch-query';

const branches = new WeakMap<object, Map<string, Promise<string[]>>>();

/** The branch of an agency, asked of the database once a request: Strapi asks for it once a permission. */
export function agencyBranch(strapi: Core.Strapi, agency: string): Promise<string[]> {
  const request = strapi.requestContext.get();
  if (!request) return branchOf(strapi, agency);
  const known = branches.get(request) ?? new Map<string, Promise<string[]>>();
  branches.set(request, known);
  const branch = known.get(agency) ?? branchOf(strapi, agency);
  known.set(agency, branch);
  return branch;
}
