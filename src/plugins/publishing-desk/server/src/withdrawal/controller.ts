import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { authorise } from '../permissions/authorise';
import { ARTICLE } from '../article-type';

const text = z.string().trim().min(1).max(1000);
const withdrawal = z.strictObject({
  outcome: z.enum(['notice', 'notice-without-body', 'moved', 'gone']),
  reason: text,
  movedTo: z.string().trim().max(255).nullish().default(null),
});
const correction = z.strictObject({ note: text });

/** What happens to a published article, for whoever may publish it. `?locale=` is its language. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const life = strapi.plugin('publishing-desk').service('withdrawal');

  async function articleOf(ctx: Context): Promise<[documentId: string, locale: string]> {
    const documentId = ctx.params.id;
    const { locale } = ctx.query;
    const language = typeof locale === 'string' && locale !== '' ? locale : 'vi';
    await authorise(strapi, ctx, 'publish', { type: ARTICLE, documentId, locale: language });
    return [documentId, language];
  }

  return {
    /** POST /publishing-desk/articles/{id}/withdraw: outcome, reason, movedTo */
    async withdraw(ctx: Context) {
      const [documentId, locale] = await articleOf(ctx);
      await life.withdraw(documentId, locale, read(withdrawal, ctx.request.body));
      ctx.body = { data: { documentId, locale } };
    },

    /** POST /publishing-desk/articles/{id}/reinstate */
    async reinstate(ctx: Context) {
      const [documentId, locale] = await articleOf(ctx);
      await life.reinstate(documentId, locale);
      ctx.body = { data: { documentId, locale } };
    },

    /** POST /publishing-desk/articles/{id}/correct: note */
    async correct(ctx: Context) {
      const [documentId, locale] = await articleOf(ctx);
      await life.correct(documentId, locale, read(correction, ctx.request.body).note);
      ctx.body = { data: { documentId, locale } };
    },
  };
};

/** @throws ValidationError (400) that names the first field that is not as it should be */
function read<Shape extends z.ZodObject>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  throw new errors.ValidationError('desk.malformed', { field: result.error.issues[0]?.path.join('.') });
}
