import type { Core } from '@strapi/strapi';
import type { Ability } from './caller';
import type { Permission } from './can-access';

/** What the content manager asks about a person's rights to a type. */
export type Checker = {
  cannot: Record<Permission, (row?: object) => boolean>;
  sanitizedQuery: Record<Permission, (query: object) => Promise<object>>;
};

type Builder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

export const checkerOf = (strapi: Core.Strapi, ability: Ability, uid: string): Checker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model: uid });

/**
 * What has to be read with a row before the conditions of a person's role can be asked about it: without it none of
 * them holds. Empty for a permission that the person may do to no row.
 */
export async function populateFor(
  strapi: Core.Strapi,
  checker: Checker,
  permission: Permission,
  uid: string,
): Promise<object | undefined> {
  const query = checker.cannot[permission]() ? {} : await checker.sanitizedQuery[permission]({});
  const builder = strapi.plugin('content-manager').service('populate-builder') as unknown as (uid: string) => Builder;
  return builder(uid).populateFromQuery(query).build();
}
