import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** Attributes of files and folders that lead to limited data, in a query's keys, paths and lists. */
const RELATED = /["',.[]\s*(files|related|createdBy|updatedBy)\s*[",.:[\]]/;

/** All attributes. A star deeper down ("populate[parent]=*") means one attribute to Strapi. */
const ALL = /"populate":\[?"[^"]*\*|"\*":/;

/**
 * The policy of the media library's lists, which pass a query's `populate` and `filters` on: the relations of a folder
 * or a file must not show files that the caller may not read.
 */
export const noRelationQueries = (ctx: Context) => {
  const { populate, filters, sort, fields } = ctx.request.query as Record<string, unknown>;
  const query = JSON.stringify({ populate, filters, sort, fields });
  if (!RELATED.test(query) && !ALL.test(query)) return true;
  throw new errors.PolicyError('desk.not-yours');
};

/** The policy of lists of files, for which nothing is ever populated: neither are they filtered or sorted by relations. */
export const ownAttributes = (ctx: Context) => {
  if (ctx.request.query.populate !== undefined) throw new errors.PolicyError('desk.not-yours');
  return noRelationQueries(ctx);
};
