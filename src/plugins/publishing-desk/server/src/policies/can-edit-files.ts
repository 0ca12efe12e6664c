import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { callerOf } from '../permissions/caller';
import { canAccessFiles } from '../permissions/can-access-files';

const ids = z.array(z.coerce.number().int()).default([]);
const selection = z.object({ fileIds: ids, folderIds: ids });

/** The policy of the media library's bulk routes: the permission to edit each file, also in the folders and below. */
export const canEditFiles = async (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const caller = callerOf(strapi);
  if (caller.kind !== 'person') return true;
  const request = selection.safeParse((ctx.request as { body?: unknown }).body);
  if (!request.success) throw new errors.ValidationError('desk.malformed');
  const { fileIds, folderIds } = request.data;
  const folders = await strapi.db
    .query('plugin::upload.folder')
    .findMany({ select: ['path'], where: { id: { $in: folderIds } } });
  const where = {
    $or: [
      { id: { $in: fileIds } },
      ...folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]),
    ],
  };
  if (await canAccessFiles(strapi, caller.ability, 'assets.update', where)) return true;
  throw new errors.PolicyError('desk.not-yours');
};
