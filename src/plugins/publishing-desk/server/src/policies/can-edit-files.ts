import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { callerOf } from '../permissions/caller';
import { canAccessFiles } from '../permissions/can-access-files';
import { recordMove } from '../files/guard-files';
import { selectedFiles } from '../files/selected-files';
import { assertFilesUnused, assertMayChangeFiles } from '../files/uses';

/**
 * The policy of the media library's bulk routes: the permission to edit each file, also in the folders and below, and to
 * change those that published content shows. It decides about all before the first is changed.
 *
 * @param config `address`: the route's, whatever spelling of it a request has
 */
export const canEditFiles = async (
  ctx: Context,
  { address }: { address: string },
  { strapi }: { strapi: Core.Strapi },
) => {
  const caller = callerOf(strapi);
  if (caller.kind !== 'person') return true;
  const { body } = ctx.request as { body?: unknown };
  const ids = await selectedFiles(strapi, body);
  if (!(await canAccessFiles(strapi, caller.ability, 'assets.update', { id: { $in: ids } }))) {
    throw new errors.PolicyError('desk.not-yours');
  }
  await strapi.db.transaction(async ({ trx }) => {
    if (address.endsWith('/bulk-move')) await recordMove(strapi, trx, body);
    else if (address.endsWith('/bulk-delete')) await assertFilesUnused(strapi, trx, ids);
    else await assertMayChangeFiles(strapi, trx, ids);
  });
  return true;
};
