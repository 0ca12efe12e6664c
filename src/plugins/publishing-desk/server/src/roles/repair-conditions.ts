import type { Core } from '@strapi/strapi';
import {
  permissionService,
  rolePermissions,
  syncAdminTokens,
  updatePermission,
} from '../../../../../strapi-internals/permissions';
import type { RoleDefinition } from './role-definitions';

/**
 * Restores the condition of each permission of a role that has none left. Strapi drops a condition that is not
 * registered when a role is saved (as in a boot without this plugin), and an unconditional permission grants
 * everything, so a permission of these roles without its condition is never intended. An administrator who wants no
 * limits creates a role without them, or assigns the manager's.
 */
export async function repairConditions(
  strapi: Core.Strapi,
  role: number,
  { code, grants }: RoleDefinition,
): Promise<void> {
  const { conditionProvider } = permissionService(strapi);
  const limited = new Map(grants.map(({ action, subject, condition }) => [`${action} ${subject}`, condition]));
  const repaired: string[] = [];
  for (const { id, action, subject, conditions } of await rolePermissions(strapi, role)) {
    const condition = limited.get(`${action} ${subject ?? null}`);
    if (!condition || conditions.some((name) => conditionProvider.has(name))) continue;
    await updatePermission(strapi, id, { conditions: [condition] });
    repaired.push(`${action} ${subject ?? ''}`.trim());
  }
  if (repaired.length === 0) return;
  strapi.log.warn(`publishing-desk: vai trò ${code} đã mất điều kiện cơ quan; đã đặt lại cho ${repaired.join(', ')}.`);
  await syncAdminTokens(strapi, role);
}
