import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { ARTICLE } from '../article-type';
import { authorise, authoriseType } from '../permissions/authorise';

const id = z.string().min(1).max(64);
const links = z
  .strictObject({ connect: z.array(id).max(500).default([]), disconnect: z.array(id).max(500).default([]) })
  .default({ connect: [], disconnect: [] });
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((given) => given ?? '');

const form = z.strictObject({
  /** Of a document that is in this language already. */
  documentId: id.nullish().default(null),
  title: text(2_000),
  summary: text(20_000),
  /** body-editor has limits of its own. */
  body: z.unknown().optional(),
  publishedOn: z.iso.datetime({ offset: true }).nullish().default(null),
  officials: links,
  agencies: links,
});
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** What to look at again before an article is published, for whoever may read it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const checks = strapi.plugin('publishing-desk').service('checks');

  return {
    /** POST /publishing-desk/checks/article?locale=: what stands in the form, and nothing of it is stored */
    async article(ctx: Context) {
      const asked = z.object({ locale: language, form }).safeParse({
        locale: ctx.query.locale ?? 'vi',
        form: ctx.request.body,
      });
      if (!asked.success) throw malformed(asked.error.issues[0]?.path.filter((key) => key !== 'form').join('.'));
      const { locale, form: written } = asked.data;
      const { documentId } = written;
      if (documentId) await authorise(strapi, ctx, 'read', { type: ARTICLE, documentId, locale });
      else authoriseType(strapi, ctx, 'read', ARTICLE);
      const found = await checks.ofForm({ ...written, body: written.body ?? null, locale });
      if (!found) throw malformed('body');
      ctx.body = { data: found };
    },
  };
};

const malformed = (field: string | undefined) => new errors.ValidationError('desk.malformed', { field });
