import type { Core } from '@strapi/strapi';
import { ensureRoles } from './ensure-roles';

/**
 * Strapi makes its own roles, the super administrator's among them, only where there is none yet, and after all
 * plugins' bootstraps. This hook runs right behind that.
 *
 * @returns what lets go of the hook: it is the process's, and outlives this Strapi
 */
export function ensureRolesAtBoot(strapi: Core.Strapi): () => void {
  const { willResetSuperAdminPermissions: hook } = strapi.service('admin::role').hooks;
  const keep = async (permissions: unknown) => {
    await ensureRoles(strapi);
    return permissions;
  };
  hook.register(keep);
  return () => hook.delete(keep);
}
