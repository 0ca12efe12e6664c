import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** Attributes of files and folders that lead to what is limited, in a query's keys, paths and lists. */
const AROUND = /["',.[]\s*(files|related|createdBy|updatedBy)\s*[",.:[\]]/;

/** Everything around; a star deeper down ("populate[parent]=*") is Strapi's word for one attribute. */
const EVERYTHING = /"populate":\[?"[^"]*\*|"\*":/;

/**
 * The policy of the media library's lists, which pass a query's `populate` and `filters` on: what stands around a
 * folder or a file is no way round the rights to it.
 */
export const noRelationQueries = (ctx: Context) => {
  const { populate, filters, sort, fields } = ctx.request.query as Record<string, unknown>;
  const asked = JSON.stringify({ populate, filters, sort, fields });
  if (!AROUND.test(asked) && !EVERYTHING.test(asked)) return true;
  throw new errors.PolicyError('desk.not-yours');
};
