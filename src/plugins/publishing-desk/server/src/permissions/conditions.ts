import type { Core } from '@strapi/strapi';
import { agencyBranch } from '../agencies/agency-branch';

type User = { agency?: string | null; permission?: { action?: string } };

const PLUGIN = 'publishing-desk';

/** Never renamed: a role that is saved with a name that is not registered is granted everything. */
export const OWN_AGENCY = `plugin::${PLUGIN}.own-agency`;
export const OWN_BRANCH = `plugin::${PLUGIN}.own-branch`;

/**
 * Registers what the desk's roles are limited by: the agency that owns a document; of a file, the agency of whoever
 * uploaded it. Whoever has no agency has a right to nothing.
 */
export function registerConditions(strapi: Core.Strapi): Promise<void> {
  const limit = (name: string, displayName: string, agenciesOf: (agency: string) => Promise<string[]>) => ({
    name,
    displayName,
    plugin: PLUGIN,
    category: 'Cơ quan',
    async handler({ agency, permission }: User) {
      if (!agency) return false;
      const path = permission?.action?.startsWith('plugin::upload.') ? 'createdBy.agency' : 'agency.documentId';
      return { [path]: { $in: await agenciesOf(agency) } };
    },
  });
  return strapi
    .service('admin::permission')
    .conditionProvider.registerMany([
      limit('own-agency', 'Của chính cơ quan mình', async (agency) => [agency]),
      limit('own-branch', 'Của cơ quan mình và các cơ quan trực thuộc', (agency) => agencyBranch(strapi, agency)),
    ]);
}
