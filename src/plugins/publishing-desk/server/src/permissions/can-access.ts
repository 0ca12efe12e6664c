import type { Core, UID } from '@strapi/strapi';
import {
  conditionPopulate,
  type DocumentPermission,
  permissionChecker,
} from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';

type Row = { publishedAt?: unknown };

/** Which rows of a document are meant: drafts, published rows, or both. Those of a type without drafts count as drafts. */
export type Rows = 'drafts' | 'published' | 'all';

/**
 * Whether a person has a permission on each of these rows of a document, by the rules of Strapi's own routes. True where
 * there is no such row.
 */
export async function canAccess(
  strapi: Core.Strapi,
  ability: Ability,
  permission: DocumentPermission,
  uid: string,
  where: object,
  rows: Rows = 'all',
): Promise<boolean> {
  const checker = permissionChecker(strapi, ability, uid);
  const populate = await conditionPopulate(strapi, checker, permission, uid);
  const found: Row[] = await strapi.db.query(uid as UID.ContentType).findMany({ where, populate });
  const isDrafted = strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true;
  return found
    .filter(({ publishedAt }) => rows === 'all' || (rows === 'published') === (isDrafted && Boolean(publishedAt)))
    .every((row) => !checker.cannot[permission](row));
}

/**
 * Whether a person would have a permission on the rows of a document, or on a new one, if its attributes had these values. No
 * more than the conditions of roles look at counts.
 *
 * @param documentId null for a document that is yet to be
 */
export async function couldAccess(
  strapi: Core.Strapi,
  ability: Ability,
  permission: DocumentPermission,
  uid: string,
  documentId: string | null,
  values: object,
): Promise<boolean> {
  const checker = permissionChecker(strapi, ability, uid);
  const populate = await conditionPopulate(strapi, checker, permission, uid);
  const found: object[] =
    documentId === null
      ? []
      : await strapi.db.query(uid as UID.ContentType).findMany({ where: { documentId }, populate });
  return (found.length > 0 ? found : [{}]).every((row) => !checker.cannot[permission]({ ...row, ...values }));
}
