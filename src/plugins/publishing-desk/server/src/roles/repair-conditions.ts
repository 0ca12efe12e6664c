import type { Core } from '@strapi/strapi';
import { permissionsOf } from './permission-rows';
import type { RoleDefinition } from './role-definitions';

/**
 * Puts back the condition of each permission of a role that has none left. Strapi strips a condition that is not registered when a role is
 * saved (as in a boot without this plugin), and what is left grants everything; so a permission of these roles without
 * its condition is never what somebody wanted. Who wants no limits makes a role without them, or gives the manager's.
 */
export async function repairConditions(
  strapi: Core.Strapi,
  role: number,
  { code, grants }: RoleDefinition,
): Promise<void> {
  const { conditionProvider } = strapi.service('admin::permission');
  const limited = new Map(grants.map(({ action, subject, condition }) => [`${action} ${subject}`, condition]));
  const repaired: string[] = [];
  for (const { id, action, subject, conditions } of await permissionsOf(strapi, role)) {
    const condition = limited.get(`${action} ${subject ?? null}`);
    if (!condition || conditions.some((name) => conditionProvider.has(name))) continue;
    await strapi.db.query('admin::permission').update({ where: { id }, data: { conditions: [condition] } });
    repaired.push(`${action} ${subject ?? ''}`.trim());
  }
  if (repaired.length === 0) return;
  strapi.log.warn(`publishing-desk: vai trò ${code} đã mất điều kiện cơ quan; đã đặt lại cho ${repaired.join(', ')}.`);
  await strapi.service('admin::api-token-admin').syncPermissionsForRole(role);
}
