import type { Core } from '@strapi/strapi';

/** What a user may do, by Strapi's action ids such as `plugin::content-manager.explorer.read`. */
export type Ability = { can(action: string, subject?: unknown): boolean };

/** What a permission is limited to, beside its action and subject. */
export type PermissionProperties = { fields?: string[]; locales?: string[] };

/** A permission of a role: a row of `admin::permission`. `conditions` are ids; without any it is unconditional. */
type PermissionRow = {
  id: number;
  action: string;
  subject: string | null;
  properties: PermissionProperties;
  conditions: string[];
};

type Action = { actionId: string; subjects?: string[] };

type PermissionService = {
  conditionProvider: { registerMany(conditions: object[]): Promise<void>; has(id: string): boolean };
  actionProvider: {
    registerMany(actions: object[]): Promise<void>;
    get(id: string): Action | undefined;
    appliesToProperty(property: string, id: string, subject: string): Promise<boolean>;
  };
  engine: { generateUserAbility(user: object): Promise<Ability> };
  createPermissionsManager(options: { ability: Ability; action: string; model: string }): {
    isAllowed: boolean;
    /** The conditions as `filters` of a query. */
    getQuery(): object | undefined;
    toSubject(row: object): unknown;
  };
};

type RoleService = {
  findOne(where: object): Promise<{ id: number } | null>;
  exists(where: object): Promise<boolean>;
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  addPermissions(role: number, permissions: object[]): Promise<unknown>;
  hooks: Record<'willResetSuperAdminPermissions', { register(handler: Handler): void; delete(handler: Handler): void }>;
};

type Handler = (permissions: unknown) => Promise<unknown>;

/** The service behind the panel's permissions. Strapi documents the conditions of roles, and not this service. */
export const permissionService = (strapi: Core.Strapi): PermissionService =>
  strapi.service('admin::permission') as unknown as PermissionService;

export const roleService = (strapi: Core.Strapi): RoleService =>
  strapi.service('admin::role') as unknown as RoleService;

export const rolePermissions = (strapi: Core.Strapi, role: number): Promise<PermissionRow[]> =>
  strapi.db.query('admin::permission').findMany({ where: { role } });

export const updatePermission = (
  strapi: Core.Strapi,
  id: number,
  data: Partial<Pick<PermissionRow, 'properties' | 'conditions'>>,
): Promise<unknown> => strapi.db.query('admin::permission').update({ where: { id }, data });

/** The fields that a permission on a type can be limited to, by their paths; undefined for an action without fields. */
export function permissionFields(strapi: Core.Strapi, action: string, subject: string): string[] | undefined {
  const known = permissionService(strapi).actionProvider.get(action);
  const types = strapi.service('admin::content-type') as unknown as {
    getPermissionsWithNestedFields(actions: object[]): { properties: PermissionProperties }[];
  };
  return types.getPermissionsWithNestedFields([{ ...known, subjects: [subject] }])[0]?.properties.fields;
}

/**
 * Runs `handler` at each boot once Strapi's own roles exist: it creates them, the super administrator's among them,
 * after the bootstrap of every plugin.
 *
 * @returns removes the handler: the hook belongs to the process, and outlives this Strapi
 */
export function afterStrapiRoles(strapi: Core.Strapi, handler: () => Promise<void>): () => void {
  const { willResetSuperAdminPermissions: hook } = roleService(strapi).hooks;
  const run: Handler = async (permissions) => {
    await handler();
    return permissions;
  };
  hook.register(run);
  return () => hook.delete(run);
}

/** Applies changed permissions of a role to the admin tokens of its users, as saving the role does. */
export const syncAdminTokens = (strapi: Core.Strapi, role: number): Promise<void> =>
  (
    strapi.service('admin::api-token-admin') as unknown as { syncPermissionsForRole(role: number): Promise<void> }
  ).syncPermissionsForRole(role);
