import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../register';

type Builder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

/** The history of one document, for whoever may read it; the way back, for whoever may change it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const history = strapi.plugin('publishing-desk').service('history');

  /**
   * As the content manager asks for the document itself: by the person's permissions, populated with what their
   * conditions look at.
   *
   * @throws NotFoundError (404) for what the desk does not watch; ForbiddenError (403) for what is not this person's
   */
  async function authorise(ctx: Context, action: 'read' | 'update', locale: string): Promise<void> {
    const { type, documentId } = ctx.params;
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

  return {
    /** GET /publishing-desk/history/{type}/{documentId}?locale=&before= */
    async list(ctx: Context) {
      const { locale = '', before } = ctx.query as { locale?: string; before?: string };
      await authorise(ctx, 'read', locale);
      const { type, documentId } = ctx.params;
      const earlier = before && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
      ctx.body = { data: await history.changes(type, documentId, locale, earlier) };
    },

    /** GET /publishing-desk/history/{type}/{documentId}/{id} */
    async version(ctx: Context) {
      const found = await history.version(ctx.params.type, ctx.params.documentId, Number(ctx.params.id));
      await authorise(ctx, 'read', found.locale);
      ctx.body = { data: found };
    },

    /** POST /publishing-desk/history/{type}/{documentId}/{id}/restore */
    async restore(ctx: Context) {
      const { type, documentId, id } = ctx.params;
      const { locale } = await history.version(type, documentId, Number(id));
      await authorise(ctx, 'update', locale);
      ctx.body = { data: await history.restore(type, documentId, Number(id)) };
    },
  };
};
