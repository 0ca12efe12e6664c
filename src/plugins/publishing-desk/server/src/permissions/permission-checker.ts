import type { Core } from '@strapi/strapi';
import type { Ability } from './caller';

/** What a person can be permitted to do with a document, by the content manager's names. */
export type Permission = 'read' | 'create' | 'update' | 'delete' | 'publish';

/** The content manager's answers about a person's permissions on a type. */
export type Checker = {
  cannot: Record<Permission, (row?: object) => boolean>;
  sanitizedQuery: Record<Permission, (query: object) => Promise<object>>;
};

type Builder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

export const checkerOf = (strapi: Core.Strapi, ability: Ability, uid: string): Checker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model: uid });

/**
 * What must be populated before the conditions of a person's role can be evaluated on a row: without it none holds.
 * Empty for a permission that the person has on no row.
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
