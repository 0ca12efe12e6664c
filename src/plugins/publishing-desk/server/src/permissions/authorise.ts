import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { conditionPopulate, findDocument, permissionChecker } from '../../../../../strapi-internals/content-manager';
import { watchedTypes } from '../watched-types';

type Action = 'read' | 'update' | 'publish';

/**
 * Authorises an action on at least some documents of a type.
 *
 * @returns the content manager's checker, which decides about each of them
 * @throws NotFoundError (404) for a type that the desk does not watch; ForbiddenError (403)
 */
export function authoriseType(strapi: Core.Strapi, ctx: Context, action: Action, type: string) {
  if (!watchedTypes(strapi).has(type)) throw new errors.NotFoundError();
  const checker = permissionChecker(strapi, ctx.state.userAbility, type);
  if (checker.cannot[action]()) throw new errors.ForbiddenError('desk.not-yours');
  return checker;
}

/**
 * Authorises an action on one document, as the content manager does: by the person's permissions and their conditions.
 *
 * @throws NotFoundError (404) for a document that does not exist or is not watched; ForbiddenError (403)
 */
export async function authorise(
  strapi: Core.Strapi,
  ctx: Context,
  action: Action,
  { type, documentId, locale }: { type: string; documentId: string; locale: string },
): Promise<void> {
  const checker = authoriseType(strapi, ctx, action, type);
  const populate = await conditionPopulate(strapi, checker, action, type);
  const options = { populate: populate ?? {}, ...(locale && { locale }) };
  const document = await findDocument(strapi, documentId, type, options);
  if (!document) throw new errors.NotFoundError();
  if (checker.cannot[action](document)) throw new errors.ForbiddenError('desk.not-yours');
}

/** Whether `authorise` allows the action. */
export const isAuthorised = (...request: Parameters<typeof authorise>): Promise<boolean> =>
  authorise(...request).then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.ForbiddenError) return false;
      throw error;
    },
  );
