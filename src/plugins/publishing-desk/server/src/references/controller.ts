import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { readableRows } from '../../../../../strapi-internals/content-manager';
import { tableModel } from '../../../../../strapi-internals/database';
import { isLocalised } from '../../../../../strapi-internals/locales';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { authorise } from '../permissions/authorise';
import { describeUses, titleOfDocument } from './assert-unused';
import { isReplaceable, replaceAndDelete } from './replace';
import type { Transaction } from '../transaction';
import { titleOf, usesOf } from './uses';

const replacing = z.strictObject({ replacement: z.string().min(1) });

/** What refers to a document, before it is deleted, and its replacement there. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/uses/{type}/{documentId}?locale=: of one language, or of all; and what can take its place */
  async list(ctx: Context) {
    const { type, documentId, locale } = await readTarget(strapi, ctx);
    const { userAbility } = ctx.state as { userAbility: Ability };
    ctx.body = {
      data: await strapi.db.transaction(async ({ trx }) => {
        const uses = await usesOf(strapi, trx, type, documentId, locale === null ? null : [locale]);
        return {
          title: await titleOfDocument(strapi, trx, type, documentId),
          ...(await describeUses(strapi, trx, uses)),
          replacements: isReplaceable(strapi, type) ? await othersOf(strapi, trx, userAbility, type, documentId) : null,
        };
      }),
    };
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
  // The panel's lists keep the language of another type.
  const model = strapi.contentTypes[type as UID.ContentType];
  const one = typeof locale === 'string' && locale !== '*' && model && isLocalised(model) ? locale : '';
  await authorise(strapi, ctx, 'read', { type, documentId, locale: one });
  return { type, documentId, locale: one || null };
}

/** More than a person looks through, who types a part of the name. */
const MOST_OTHERS = 2000;

/** The other documents of a type that a person may read, by name. */
async function othersOf(strapi: Core.Strapi, trx: Transaction, ability: Ability, type: string, documentId: string) {
  const { sql, bindings } = await readableRows(strapi, ability, type);
  const { rows } = await trx.raw<{ rows: { documentId: string; title: string }[] }>(
    `SELECT here.document_id AS "documentId", min(${titleOf(strapi, type, 'here')}) AS title FROM ?? here
      WHERE here.id IN (${sql}) AND here.document_id <> ?
      GROUP BY here.document_id ORDER BY 2, 1 LIMIT ${MOST_OTHERS}`,
    [tableModel(strapi, type).tableName, ...(bindings as string[]), documentId],
  );
  return rows;
}
