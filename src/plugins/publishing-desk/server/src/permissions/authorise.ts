import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../watched-types';
import { checkerOf, populateFor } from './permission-checker';

type Action = 'read' | 'update' | 'publish';

/**
 * That the person may do this to some document of a type.
 *
 * @returns the content manager's checker, which knows to which
 * @throws NotFoundError (404) for what the desk does not watch; ForbiddenError (403)
 */
export function authoriseType(strapi: Core.Strapi, ctx: Context, action: Action, type: string) {
  if (!watchedTypes(strapi).has(type)) throw new errors.NotFoundError();
  const checker = checkerOf(strapi, ctx.state.userAbility, type);
  if (checker.cannot[action]()) throw new errors.ForbiddenError();
  return checker;
}

/**
 * As the content manager asks for a document itself: by the person's permissions, populated with what their conditions
 * look at.
 *
 * @throws NotFoundError (404) for what the desk does not watch; ForbiddenError (403) for what is not this person's
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
