import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../register';
import { checkerOf, populateFor } from '../rights/permission-checker';

/**
 * As the content manager asks for a document itself: by the person's permissions, populated with what their conditions
 * look at.
 *
 * @throws NotFoundError (404) for what the desk does not watch; ForbiddenError (403) for what is not this person's
 */
export async function authorise(
  strapi: Core.Strapi,
  ctx: Context,
  action: 'read' | 'update' | 'publish',
  { type, documentId, locale }: { type: string; documentId: string; locale: string },
): Promise<void> {
  if (!watchedTypes(strapi).has(type)) throw new errors.NotFoundError();
  const checker = checkerOf(strapi, ctx.state.userAbility, type);
  if (checker.cannot[action]()) throw new errors.ForbiddenError();
  const populate = await populateFor(strapi, checker, action, type);
  const document = await strapi
    .plugin('content-manager')
    .service('document-manager')
    .findOne(documentId, type, { populate: populate ?? {}, ...(locale && { locale }) });
  if (!document) throw new errors.NotFoundError();
  if (checker.cannot[action](document)) throw new errors.ForbiddenError();
}
