import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { canAccessFiles } from '../permissions/can-access-files';
import { watchedTypes } from '../watched-types';
import { selectedFiles } from './selected-files';
import { usesOfFiles } from './uses';

/** Where files of the media library are used. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * POST /publishing-desk/file-uses: `fileIds`, `folderIds` (with all that is in them). A draft that the person may not
   * read has no title.
   */
  async list(ctx: Context) {
    const caller = callerOf(strapi);
    const ids = await selectedFiles(strapi, ctx.request.body);
    if (caller.kind !== 'person') throw new errors.ForbiddenError();
    const { ability } = caller;
    if (!(await canAccessFiles(strapi, ability, 'read', { id: { $in: ids } }))) {
      throw new errors.PolicyError('desk.not-yours');
    }
    const uses = await strapi.db.transaction(({ trx }) => usesOfFiles(strapi, trx, ids));
    const data = [];
    for (const use of uses) {
      const { type, documentId, isPublished } = use;
      const isReadable =
        isPublished ||
        (watchedTypes(strapi).has(type) &&
          ability.can('plugin::content-manager.explorer.read', type) &&
          (await canAccess(strapi, ability, 'read', type, { documentId })));
      data.push(isReadable ? use : { ...use, documentId: null, title: null });
    }
    ctx.body = { data };
  },
});
