import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../watched-types';
import { checkerOf, populateFor } from './permission-checker';

type Action = 'read' | 'update' | 'publish';

/**
 * Authorises an action on at least some documents of a type.
 *
 * @returns the content manager's checker, which decides about each of them
 * @throws NotFoundError (404) for a type that the desk does not watch; ForbiddenError (403)
 */
export function authoriseType(strapi: Core.Strapi, ctx: Context, action: Action, type: string) {
  if (!watchedTypes(strapi).has(type)) throw new errors.NotFoundError();
  const checker = checkerOf(strapi, ctx.state.userAbility, type);
  if (checker.cannot[action]()) throw new errors.ForbiddenError();
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
  const populate = await populateFor(strapi, checker, action, type);
  const document = await strapi
    .plugin('content-manager')
    .service('document-manager')
    .findOne(documentId, type, { populate: populate ?? {}, ...(locale && { locale }) });
  if (!document) throw new errors.NotFoundError();
  if (checker.cannot[action](document)) throw new errors.ForbiddenError();
}
