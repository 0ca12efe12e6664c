import type { Core } from '@strapi/strapi';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { limitFolderService } from '../../../../../strapi-internals/upload-service';
import { callerOf } from '../permissions/caller';
import { FILE } from '../permissions/changed-relations';

export const FOLDER = 'plugin::upload.folder';

/**
 * Limits the folders of the media library for a person to those of agencies whose files they may see, and to those that
 * belong to no agency. Strapi's folders have no conditions. To be called in `bootstrap`.
 *
 * @returns ends that
 */
export function limitFolders(strapi: Core.Strapi): () => void {
  const limit = ({ params }: { params: { where?: unknown } }) => {
    const caller = callerOf(strapi);
    if (caller.kind !== 'person') return;
    const { ability } = caller;
    const permissions = permissionService(strapi).createPermissionsManager({
      ability,
      action: 'plugin::upload.read',
      model: FILE,
    });
    const own = permissions.getQuery();
    if (!own || Object.keys(own).length === 0) return;
    params.where = { $and: [params.where ?? {}, { $or: [{ agency: { $null: true } }, own] }] };
  };
  return strapi.db.lifecycles.subscribe({
    models: [FOLDER],
    beforeFindOne: limit,
    beforeFindMany: limit,
    beforeCount: limit,
  });
}

/** The same limit where Strapi passes the lifecycles by. To be called in `register`. */
export const limitFolderChanges = (strapi: Core.Strapi): void =>
  limitFolderService(strapi, async () => {
    const seen: { id: number }[] = await strapi.db.query(FOLDER).findMany({ select: ['id'] });
    return new Set(seen.map(({ id }) => id));
  });
