import type { Core } from '@strapi/strapi';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { agencyBranch } from '../agencies/agency-branch';

type User = { agency?: string | null; permission?: { action?: string } };

const PLUGIN = 'publishing-desk';

/** Never renamed: Strapi drops an unknown condition from a role that is saved, which then grants everything. */
export const OWN_AGENCY = `plugin::${PLUGIN}.own-agency`;
export const OWN_BRANCH = `plugin::${PLUGIN}.own-branch`;

/**
 * Registers the conditions of the desk's roles: the agency that owns a document or a file. A user without an agency
 * matches nothing.
 */
export function registerConditions(strapi: Core.Strapi): Promise<void> {
  const limit = (name: string, displayName: string, agenciesOf: (agency: string) => Promise<string[]>) => ({
    name,
    displayName,
    plugin: PLUGIN,
    category: 'Cơ quan',
    async handler({ agency, permission }: User) {
      if (!agency) return false;
      const path = permission?.action?.startsWith('plugin::upload.') ? 'agency' : 'agency.documentId';
      return { [path]: { $in: await agenciesOf(agency) } };
    },
  });
  return permissionService(strapi).conditionProvider.registerMany([
    limit('own-agency', 'Của chính cơ quan mình', async (agency) => [agency]),
    limit('own-branch', 'Của cơ quan mình và các cơ quan trực thuộc', (agency) => agencyBranch(strapi, agency)),
  ]);
}
