import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { authorise } from '../permissions/authorise';
import { ARTICLE } from '../article-type';

/** Links to drafts: what they show, and for whoever may change an article which there are. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const previews = strapi.plugin('publishing-desk').service('previews');

  async function draftOf(ctx: Context): Promise<{ documentId: string; locale: string }> {
    const { documentId } = ctx.params;
    const { locale } = ctx.query;
    const language = typeof locale === 'string' && locale !== '' ? locale : 'vi';
    await authorise(strapi, ctx, 'update', { type: ARTICLE, documentId, locale: language });
    return { documentId, locale: language };
  }

  return {
    /** GET /api/portal/v1/preview/{token}: the draft, in the shape of `/articles/{slug}`. Never kept by anybody. */
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
      ctx.body = { data: await previews.open(await draftOf(ctx)) };
    },

    /** DELETE /publishing-desk/previews/{documentId}/{id}?locale= */
    async revoke(ctx: Context) {
      await previews.revoke(await draftOf(ctx), ctx.params.id);
      ctx.status = 204;
    },
  };
};
