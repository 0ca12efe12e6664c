import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { callerOf } from '../permissions/caller';
import { canAccessFiles } from '../permissions/can-access-files';
import { asSeenByCaller } from '../references/seen-uses';
import { selectedFiles } from './selected-files';
import { usesOfFiles } from './uses';

/** Where files of the media library are used. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * POST /publishing-desk/file-uses: `fileIds`, `folderIds` (with all that is in them). What neither the public
   * sees nor the person may read has no title and no id.
   */
  async list(ctx: Context) {
    const caller = callerOf(strapi);
    const ids = await selectedFiles(strapi, ctx.request.body);
    if (caller.kind !== 'person') throw new errors.ForbiddenError();
    const { ability } = caller;
    if (!(await canAccessFiles(strapi, ability, 'read', { id: { $in: ids } }))) {
      throw new errors.PolicyError('desk.not-yours');
    }
    ctx.body = {
      data: await strapi.db.transaction(async ({ trx }) =>
        asSeenByCaller(strapi, trx, await usesOfFiles(strapi, trx, ids)),
      ),
    };
  },
});
