import type { Core } from '@strapi/strapi';
import { allOf, grant, permissionsOf, type Properties } from './permission-rows';
import { repairConditions } from './repair-conditions';
import { type Grant, type RoleDefinition, roleDefinitions } from './role-definitions';

/** What a role was once given, by `nameOf` the grant: what an administrator took back stays away. */
type Given = Record<string, Properties>;

const nameOf = ({ action, subject }: Grant): string => (subject ? `${action} ${subject}` : action);

/**
 * Makes the desk's roles, once each: a role that was deleted stays away, and so does a right that was taken back. A
 * role gets what is new since the last boot: types, fields, languages. Its conditions are put back wherever they went.
 */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  for (const definition of roleDefinitions(strapi)) {
    const store = strapi.store({ type: 'plugin', name: 'publishing-desk', key: definition.code });
    const given = (await store.get({})) as Given | null;
    const role = await roleOf(strapi, definition, given === null);
    if (!role) continue;
    await store.set({ value: await giveWhatIsNew(strapi, role, definition.grants, given ?? {}) });
    await repairConditions(strapi, role, definition);
  }
}

async function roleOf(strapi: Core.Strapi, { code, name, description }: RoleDefinition, isNew: boolean) {
  const roles = strapi.service('admin::role');
  const role = await roles.findOne({ code });
  if (role || !isNew) return role?.id as number | undefined;
  // An administrator's own role of this name keeps it.
  const isTaken = await roles.exists({ name });
  const made = await roles.create({ code, name: isTaken ? `${name} (${code})` : name, description });
  return made.id as number;
}

async function giveWhatIsNew(strapi: Core.Strapi, role: number, grants: Grant[], given: Given): Promise<Given> {
  const existing = await permissionsOf(strapi, role);
  const now: Given = { ...given };
  for (const one of grants) {
    const name = nameOf(one);
    const all = await allOf(strapi, one);
    now[name] = all;
    if (!given[name]) {
      await grant(strapi, role, one, all);
      continue;
    }
    const row = existing.find(({ action, subject }) => action === one.action && (subject ?? null) === one.subject);
    const properties = row && withNew(row.properties, given[name], all);
    if (properties) await strapi.db.query('admin::permission').update({ where: { id: row.id }, data: { properties } });
  }
  return now;
}

/** The properties with what was not there to be given before; nothing where all of it was. */
function withNew(present: Properties, before: Properties, all: Properties): Properties | undefined {
  const names = ['fields', 'locales'] as const;
  const added = names.map((name) => (all[name] ?? []).filter((value) => !before[name]?.includes(value)));
  if (added.every((values) => values.length === 0)) return undefined;
  const joined = names.map((name, index) => [name, [...(present[name] ?? []), ...added[index]!]] as const);
  return { ...present, ...Object.fromEntries(joined.filter(([, values]) => values.length > 0)) };
}
