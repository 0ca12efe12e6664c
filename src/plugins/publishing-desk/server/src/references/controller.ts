import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { authorise } from '../permissions/authorise';
import { asSeenByCaller, NAMED } from './assert-unused';
import { isReplaceable, replaceAndDelete } from './replace';
import { usesOf } from './uses';

const replacing = z.strictObject({ replacement: z.string().min(1) });

/** What refers to a document, before it is deleted, and its replacement there. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/uses/{type}/{documentId}?locale=: of one language, or of all */
  async list(ctx: Context) {
    const { type, documentId, locale } = await readTarget(strapi, ctx);
    const uses = await strapi.db.transaction(({ trx }) =>
      usesOf(strapi, trx, type, documentId, locale === null ? null : [locale]),
    );
    const named = await asSeenByCaller(strapi, uses.slice(0, NAMED));
    ctx.body = { data: { count: uses.length, uses: named, isReplaceable: isReplaceable(strapi, type) } };
  },

  /** POST /publishing-desk/uses/{type}/{documentId}/replace?locale=: `replacement`, a document id */
  async replace(ctx: Context) {
    const target = await readTarget(strapi, ctx);
    const request = replacing.safeParse((ctx.request as { body?: unknown }).body);
    if (!request.success) throw new errors.ValidationError(z.prettifyError(request.error));
    ctx.body = { data: { count: await replaceAndDelete(strapi, { ...target, ...request.data }) } };
  },
});

/** @throws as `authorise` */
async function readTarget(strapi: Core.Strapi, ctx: Context) {
  const { type, documentId } = ctx.params as { type: string; documentId: string };
  const { locale } = ctx.query;
  const one = typeof locale === 'string' && locale !== '*' ? locale : '';
  await authorise(strapi, ctx, 'read', { type, documentId, locale: one });
  return { type, documentId, locale: one || null };
}
