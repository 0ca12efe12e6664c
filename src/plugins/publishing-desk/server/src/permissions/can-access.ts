import type { Core, UID } from '@strapi/strapi';
import type { Ability } from './caller';
import { checkerOf, type Permission, populateFor } from './permission-checker';

type Row = { publishedAt?: unknown };

/** Which rows of a document are meant: drafts, published rows, or both. */
export type Rows = 'drafts' | 'published' | 'all';

/**
 * Whether a person has a permission on each of these rows of a document, by the rules of Strapi's own routes. True where
 * there is no such row.
 */
export async function canAccess(
  strapi: Core.Strapi,
  ability: Ability,
  permission: Permission,
  uid: string,
  where: object,
  rows: Rows = 'all',
): Promise<boolean> {
  const checker = checkerOf(strapi, ability, uid);
  const populate = await populateFor(strapi, checker, permission, uid);
  const found: Row[] = await strapi.db.query(uid as UID.ContentType).findMany({ where, populate });
  const isDrafted = strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true;
  return found
    .filter(({ publishedAt }) => !isDrafted || rows === 'all' || (rows === 'published') === Boolean(publishedAt))
    .every((row) => !checker.cannot[permission](row));
}
