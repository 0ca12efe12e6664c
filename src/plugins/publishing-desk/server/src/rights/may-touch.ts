import type { Core, UID } from '@strapi/strapi';
import type { Ability } from './caller';

export type Deed = 'read' | 'create' | 'update' | 'delete' | 'publish';

type Row = { publishedAt?: unknown };
type Checker = {
  cannot: Record<Deed, (row?: Row) => boolean>;
  sanitizedQuery: Record<Deed, (query: object) => Promise<object>>;
};

type Builder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

/** Which rows of a document are asked about: what is worked on, what is public, or both. */
export type Rows = 'drafts' | 'published' | 'all';

/**
 * Whether a person may do this to every one of these rows of a document, by the very rules that Strapi's own routes
 * ask; true where there is no such row.
 */
export async function mayTouch(
  strapi: Core.Strapi,
  ability: Ability,
  deed: Deed,
  uid: string,
  where: object,
  rows: Rows = 'all',
): Promise<boolean> {
  const manager = strapi.plugin('content-manager');
  const checker: Checker = manager.service('permission-checker').create({ userAbility: ability, model: uid });
  // What the role's conditions look at has to be read with the row, or none would hold.
  const query = checker.cannot[deed]() ? {} : await checker.sanitizedQuery[deed]({});
  const builder = (manager.service('populate-builder') as unknown as (uid: string) => Builder)(uid);
  const populate = await builder.populateFromQuery(query).build();
  const found: Row[] = await strapi.db.query(uid as UID.ContentType).findMany({ where, populate });
  const isDrafted = strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true;
  return found
    .filter(({ publishedAt }) => !isDrafted || rows === 'all' || (rows === 'published') === Boolean(publishedAt))
    .every((row) => !checker.cannot[deed](row));
}
