import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { assertOwnValues } from '../permissions/query-rules';

type Policy = (ctx: Context, config: unknown, tools: { strapi: Core.Strapi }) => true;

/** Attributes of files and folders that lead to limited data, in a query's keys, paths and lists. */
const RELATED = /["',.[]\s*(files|related|createdBy|updatedBy)\s*[",.:[\]]/;

/** Names in a `populate`; Strapi reads each level again for all that are above it. The panel sends five. */
const MAX_POPULATED = 20;

/** All attributes. A star deeper down ("populate[parent]=*") means one attribute to Strapi. */
const ALL = /"populate":\[?"[^"]*\*|"\*":/;

const listOf =
  (uid: string): Policy =>
  (ctx, _config, { strapi }) => {
    const { populate, filters, sort, fields } = ctx.request.query as Record<string, unknown>;
    const query = JSON.stringify({ populate, filters, sort, fields });
    if (RELATED.test(query) || ALL.test(query)) throw new errors.PolicyError('desk.not-yours');
    if ((JSON.stringify(populate)?.match(/\w+/g)?.length ?? 0) > MAX_POPULATED) {
      throw new errors.ValidationError(`populate: nhiều nhất ${MAX_POPULATED} tên`);
    }
    assertOwnValues(strapi, uid, ctx.request.query);
    return true;
  };

const listOfFiles = listOf('plugin::upload.file');

/**
 * The policy of the media library's lists of folders, which pass a query's `populate` and `filters` on: the relations of a
 * folder or a file must not show files that the caller may not read.
 */
export const noRelationQueries = listOf('plugin::upload.folder');

/** The policy of lists of files, for which nothing is ever populated: neither are they filtered or sorted by relations. */
export const ownAttributes: Policy = (ctx, config, tools) => {
  if (ctx.request.query.populate !== undefined) throw new errors.PolicyError('desk.not-yours');
  return listOfFiles(ctx, config, tools);
};
