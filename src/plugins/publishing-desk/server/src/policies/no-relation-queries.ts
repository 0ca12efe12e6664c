import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { FOLDER } from '../files/limit-folders';
import { FILE } from '../permissions/changed-relations';
import { assertLibraryQuery } from '../permissions/query-rules';

type Policy = (ctx: Context, config: unknown, tools: { strapi: Core.Strapi }) => true;

/** The folder above, and the one above that: `populate[parent][populate][parent]=*`. */
const parent: z.ZodType = z.lazy(() =>
  z.union([z.enum(['*', 'true']), z.strictObject({ populate: z.strictObject({ parent }) })]),
);
const count = z.strictObject({ count: z.literal('true') });

/** What the panel's media library populates of folders; no other relation is. */
const populate = z.strictObject({
  parent: parent.optional(),
  children: count.optional(),
  files: count.optional(),
});

/**
 * The policy of the media library's lists of folders, which pass a query's `populate` and `filters` on: the relations of a
 * folder or a file must not show files that the caller may not read.
 */
export const noRelationQueries: Policy = (ctx, _config, { strapi }) => {
  if (!populate.optional().safeParse(ctx.request.query.populate).success) {
    throw new errors.PolicyError('populate: chỉ nhận “parent”, và số lượng (count) của “children” và “files”.');
  }
  assertLibraryQuery(strapi, FOLDER, 'parent', ctx.request.query);
  return true;
};

/** The policy of lists of files, for which nothing is ever populated: neither are they filtered or sorted by relations. */
export const ownAttributes: Policy = (ctx, _config, { strapi }) => {
  if (ctx.request.query.populate !== undefined) throw new errors.PolicyError('populate: không dùng được ở đây.');
  assertLibraryQuery(strapi, FILE, 'folder', ctx.request.query);
  return true;
};
