import type { Core } from '@strapi/strapi';
import { keepRoles } from './keep-roles';

/**
 * Strapi makes its own roles, the super administrator's among them, only where there is none yet, and after all
 * plugins' bootstraps. This hook runs right behind that.
 */
export function keepRolesAtBoot(strapi: Core.Strapi): void {
  strapi.service('admin::role').hooks.willResetSuperAdminPermissions.register(async (permissions: unknown) => {
    await keepRoles(strapi);
    return permissions;
  });
}
