import type { Core } from '@strapi/strapi';
import {
  type PermissionProperties,
  rolePermissions,
  roleService,
  updatePermission,
} from '../../../../../strapi-internals/permissions';
import { allProperties, grant } from './permission-rows';
import { repairConditions } from './repair-conditions';
import { type Grant, type RoleDefinition, roleDefinitions } from './role-definitions';

/** What a role was once granted, by `keyOf` the grant: what an administrator revoked is not granted again. */
type Granted = Record<string, PermissionProperties>;

const keyOf = ({ action, subject }: Grant): string => (subject ? `${action} ${subject}` : action);

/**
 * Creates the desk's roles, once each: a role that was deleted is not created again, and a permission that was revoked
 * is not granted again. A role gets permissions for types, fields and languages that are new since the last boot, and
 * the conditions that it lost.
 */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  for (const definition of roleDefinitions(strapi)) {
    const store = strapi.store({ type: 'plugin', name: 'publishing-desk', key: definition.code });
    const granted = (await store.get({})) as Granted | null;
    const role = await roleOf(strapi, definition, granted === null);
    if (!role) continue;
    await store.set({ value: await grantNew(strapi, role, definition.grants, granted ?? {}) });
    await repairConditions(strapi, role, definition);
  }
}

async function roleOf(strapi: Core.Strapi, { code, name, description }: RoleDefinition, isNew: boolean) {
  const roles = roleService(strapi);
  const role = await roles.findOne({ code });
  if (role || !isNew) return role?.id;
  // A role that an administrator created keeps its name.
  const isTaken = await roles.exists({ name });
  const { id } = await roles.create({ code, name: isTaken ? `${name} (${code})` : name, description });
  return id;
}

async function grantNew(strapi: Core.Strapi, role: number, grants: Grant[], granted: Granted): Promise<Granted> {
  const existing = await rolePermissions(strapi, role);
  const now: Granted = { ...granted };
  for (const one of grants) {
    const key = keyOf(one);
    const all = await allProperties(strapi, one);
    now[key] = all;
    if (!granted[key]) {
      await grant(strapi, role, one, all);
      continue;
    }
    const row = existing.find(({ action, subject }) => action === one.action && (subject ?? null) === one.subject);
    const properties = row && withNew(row.properties, granted[key], all);
    if (properties) await updatePermission(strapi, row.id, { properties });
  }
  return now;
}

/** The properties with those that could not be granted before; undefined where there are none. */
function withNew(
  present: PermissionProperties,
  before: PermissionProperties,
  all: PermissionProperties,
): PermissionProperties | undefined {
  const names = ['fields', 'locales'] as const;
  const added = names.map((name) => (all[name] ?? []).filter((value) => !before[name]?.includes(value)));
  if (added.every((values) => values.length === 0)) return undefined;
  const joined = names.map((name, index) => [name, [...(present[name] ?? []), ...added[index]!]] as const);
  return { ...present, ...Object.fromEntries(joined.filter(([, values]) => values.length > 0)) };
}
