import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../register';

type Builder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

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
  const manager = strapi.plugin('content-manager');
  const checker = manager.service('permission-checker').create({ userAbility: ctx.state.userAbility, model: type });
  if (checker.cannot[action]()) throw new errors.ForbiddenError();
  const builder = manager.service('populate-builder') as unknown as (uid: string) => Builder;
  const populate = await builder(type)
    .populateFromQuery(await checker.sanitizedQuery[action]({}))
    .build();
  const document = await manager
    .service('document-manager')
    .findOne(documentId, type, { populate: populate ?? {}, ...(locale && { locale }) });
  if (!document) throw new errors.NotFoundError();
  if (checker.cannot[action](document)) throw new errors.ForbiddenError();
}
