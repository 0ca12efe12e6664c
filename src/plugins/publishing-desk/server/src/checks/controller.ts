import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { ARTICLE, OWNED } from '../watched-types';
import { localeOfQuery } from '../locale-of-query';
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
  /** Of a document that exists in this locale. */
  documentId: id.nullish().default(null),
  title: text(2_000),
  summary: text(20_000),
  /** Checked by body-editor. */
  body: z.unknown().optional(),
  publishedOn: z.iso.datetime({ offset: true }).nullish().default(null),
  officials: links,
  agencies: links,
});
const documentForm = z.strictObject({
  documentId: id.nullish().default(null),
  values: z.record(z.string(), z.unknown()),
});
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The checks of a document before it is published, for people who may read it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const checks = strapi.plugin('publishing-desk').service('checks');

  return {
    /** POST /publishing-desk/checks/article?locale=: checks the form as it is; nothing is stored. 413 names the limit of a body. */
    async article(ctx: Context) {
      const request = z.object({ locale: language, form }).safeParse({
        locale: localeOfQuery(ctx),
        form: ctx.request.body,
      });
      if (!request.success) throw malformed(request.error.issues[0]?.path.filter((key) => key !== 'form').join('.'));
      const { locale, form: written } = request.data;
      const exceeded = strapi.plugin('body-editor').service('body').exceededLimit(written.body);
      if (exceeded) throw new errors.PayloadTooLargeError(`Trường “body”: ${exceeded}.`);
      const { documentId } = written;
      if (documentId) await authorise(strapi, ctx, 'read', { type: ARTICLE, documentId, locale });
      else authoriseType(strapi, ctx, 'read', ARTICLE);
      const found = await checks.ofForm({ ...written, body: written.body ?? null, locale });
      if (!found) throw malformed('body');
      ctx.body = { data: found };
    },

    /** POST /publishing-desk/checks/{type}?locale=: the same for another type; nothing is found in one of the desk that has no checks */
    async document(ctx: Context) {
      const { type } = ctx.params as { type: string };
      if (!OWNED.has(type) && !checks.ofTypes.has(type)) throw new errors.NotFoundError();
      const request = z.object({ locale: language, form: documentForm }).safeParse({
        locale: localeOfQuery(ctx),
        form: ctx.request.body,
      });
      if (!request.success) throw malformed(request.error.issues[0]?.path.filter((key) => key !== 'form').join('.'));
      const { locale, form: written } = request.data;
      const { documentId } = written;
      if (documentId) await authorise(strapi, ctx, 'read', { type, documentId, locale });
      else authoriseType(strapi, ctx, 'read', type);
      ctx.body = { data: await checks.ofTypes.run(type, { ...written, locale }) };
    },
  };
};

const malformed = (field: string | undefined) => new errors.ValidationError('desk.malformed', { field });
