import type { Core } from '@strapi/strapi';
import type { Grant } from './role-definitions';

/** What a permission of Strapi's says beside its action and subject; lists of what it reaches. */
export type Properties = { fields?: string[]; locales?: string[] };

export type PermissionRow = {
  id: number;
  action: string;
  subject: string | null;
  properties: Properties;
  conditions: string[];
};

type Action = { actionId: string; subjects?: string[] };

/** All fields and languages of a grant's type, as far as Strapi asks for them. */
export async function allOf(strapi: Core.Strapi, { action, subject }: Grant): Promise<Properties> {
  if (!subject) return {};
  const { actionProvider } = strapi.service('admin::permission');
  const known = actionProvider.get(action) as Action;
  const [whole] = strapi
    .service('admin::content-type')
    .getPermissionsWithNestedFields([{ ...known, subjects: [subject] }]);
  const hasLocales = await actionProvider.appliesToProperty('locales', action, subject);
  const locales: { code: string }[] = hasLocales ? await strapi.plugin('i18n').service('locales').find() : [];
  return {
    ...(whole.properties.fields && { fields: whole.properties.fields }),
    ...(hasLocales && { locales: locales.map(({ code }) => code) }),
  };
}

/** The permissions that a role has by now. */
export const permissionsOf = (strapi: Core.Strapi, role: number): Promise<PermissionRow[]> =>
  strapi.db.query('admin::permission').findMany({ where: { role } });

/** Adds a permission to a role. */
export const grant = async (strapi: Core.Strapi, role: number, { condition, ...rest }: Grant, properties: Properties) =>
  strapi
    .service('admin::role')
    .addPermissions(role, [{ ...rest, properties, actionParameters: {}, conditions: condition ? [condition] : [] }]);
