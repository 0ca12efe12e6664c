import type { Core } from '@strapi/strapi';
import { localeService } from '../../../../../strapi-internals/locales';
import {
  permissionFields,
  type PermissionProperties,
  permissionService,
  roleService,
} from '../../../../../strapi-internals/permissions';
import type { Grant } from './role-definitions';

/** All fields and languages to which Strapi can limit a grant on its type. */
export async function allProperties(strapi: Core.Strapi, { action, subject }: Grant): Promise<PermissionProperties> {
  if (!subject) return {};
  const fields = permissionFields(strapi, action, subject);
  const hasLocales = await permissionService(strapi).actionProvider.appliesToProperty('locales', action, subject);
  const locales = hasLocales ? await localeService(strapi).find() : [];
  return { ...(fields && { fields }), ...(hasLocales && { locales: locales.map(({ code }) => code) }) };
}

/** Adds a permission to a role. */
export const grant = (
  strapi: Core.Strapi,
  role: number,
  { condition, ...permission }: Grant,
  properties: PermissionProperties,
) =>
  roleService(strapi).addPermissions(role, [
    { ...permission, properties, actionParameters: {}, conditions: condition ? [condition] : [] },
  ]);
