import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { localeOfQuery } from '../locale-of-query';
import { authorise } from '../permissions/authorise';
import { ARTICLE } from '../watched-types';

/** Links to drafts: the draft behind one, and the list of them for people who may change the article. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const previews = strapi.plugin('publishing-desk').service('previews');

  async function authorisedDraft(ctx: Context): Promise<{ documentId: string; locale: string }> {
    const draft = { documentId: ctx.params.documentId, locale: localeOfQuery(ctx) };
    await authorise(strapi, ctx, 'update', { type: ARTICLE, ...draft });
    return draft;
  }

  return {
    /** GET /api/portal/v1/preview/{token}: the draft, in the shape of `/articles/{slug}`. No cache may store it. */
    async show(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      if (ctx.querystring !== '') throw new errors.ValidationError('Đường dẫn này không nhận tham số nào.');
      const article = await previews.redeem(ctx.params.token);
      if (!article) throw new errors.NotFoundError('Liên kết xem trước không đúng, đã hết hạn hoặc đã bị thu hồi.');
      ctx.body = { data: article, meta: {} };
    },

    /** GET /publishing-desk/previews/{documentId}?locale= */
    async list(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await previews.opened(await authorisedDraft(ctx)) };
    },

    /** DELETE /publishing-desk/previews/{documentId}/{id}?locale= */
    async revoke(ctx: Context) {
      await previews.revoke(await authorisedDraft(ctx), ctx.params.id);
      ctx.status = 204;
    },
  };
};
