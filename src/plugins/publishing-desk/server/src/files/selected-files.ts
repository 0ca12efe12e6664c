import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { FILE } from '../permissions/changed-relations';

const ids = z.array(z.coerce.number().int()).default([]);
const selection = z.object({ fileIds: ids, folderIds: ids });

/**
 * Ids of the files that a request of the media library selects: `fileIds`, and all in `folderIds` and below.
 *
 * @throws ValidationError (400) with the `field`; PolicyError (403) for a folder that does not exist or is another agency's
 */
export async function selectedFiles(strapi: Core.Strapi, body: unknown): Promise<number[]> {
  const request = selection.safeParse(body);
  if (!request.success)
    throw new errors.ValidationError('desk.malformed', { field: request.error.issues[0]?.path.join('.') });
  const { fileIds, folderIds } = request.data;
  const folders = await strapi.db
    .query('plugin::upload.folder')
    .findMany({ select: ['path'], where: { id: { $in: folderIds } } });
  // A person does not see folders of other agencies.
  if (folders.length < new Set(folderIds).size) throw new errors.PolicyError('desk.not-yours');
  const where = {
    $or: [
      { id: { $in: fileIds } },
      ...folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]),
    ],
  };
  return (await strapi.db.query(FILE).findMany({ select: ['id'], where })).map(({ id }) => Number(id));
}
