import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { localeOfQuery } from '../locale-of-query';
import { authorise, isAuthorised } from '../permissions/authorise';
import { ARTICLE } from '../watched-types';
import { publishedFields } from './published-fields';

const text = z.string().trim().min(1).max(1000);
const withdrawal = z.strictObject({
  outcome: z.enum(['notice', 'notice-without-body', 'moved', 'gone']),
  reason: text,
  movedTo: z.string().trim().max(255).nullish().default(null),
});
const correction = z.strictObject({ note: text });

/** What readers see of an article; withdrawal and correction, for people who may publish it. `?locale=` is its locale. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = strapi.plugin('publishing-desk').service('withdrawal');

  async function authorisedArticle(ctx: Context): Promise<[documentId: string, locale: string]> {
    const [documentId, locale] = [ctx.params.id, localeOfQuery(ctx)];
    await authorise(strapi, ctx, 'publish', { type: ARTICLE, documentId, locale });
    return [documentId, locale];
  }

  return {
    /** GET /publishing-desk/articles/{id}/readers: what is published, the server's clock, and who may change it */
    async readers(ctx: Context) {
      const [documentId, locale] = [ctx.params.id, localeOfQuery(ctx)];
      await authorise(strapi, ctx, 'read', { type: ARTICLE, documentId, locale });
      const published = (await publishedFields(strapi, [documentId], locale)).get(documentId) ?? null;
      const canPublish = await isAuthorised(strapi, ctx, 'publish', { type: ARTICLE, documentId, locale });
      ctx.body = { data: { published, now: new Date().toISOString(), canPublish } };
    },

    /** POST /publishing-desk/articles/{id}/withdraw: outcome, reason, movedTo */
    async withdraw(ctx: Context) {
      const [documentId, locale] = await authorisedArticle(ctx);
      await service.withdraw(documentId, locale, parse(withdrawal, ctx.request.body));
      ctx.body = { data: { documentId, locale } };
    },

    /** POST /publishing-desk/articles/{id}/reinstate */
    async reinstate(ctx: Context) {
      const [documentId, locale] = await authorisedArticle(ctx);
      await service.reinstate(documentId, locale);
      ctx.body = { data: { documentId, locale } };
    },

    /** POST /publishing-desk/articles/{id}/correct: note */
    async correct(ctx: Context) {
      const [documentId, locale] = await authorisedArticle(ctx);
      await service.correct(documentId, locale, parse(correction, ctx.request.body).note);
      ctx.body = { data: { documentId, locale } };
    },
  };
};

/** @throws ValidationError (400) that names the first field that is not accepted */
function parse<Shape extends z.ZodObject>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  throw new errors.ValidationError('desk.malformed', { field: result.error.issues[0]?.path.join('.') });
}
