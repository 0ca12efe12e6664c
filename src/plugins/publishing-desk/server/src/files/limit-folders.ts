import type { Core } from '@strapi/strapi';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { limitFolderService } from '../../../../../strapi-internals/upload-service';
import { callerOf } from '../permissions/caller';
import { FILE } from '../permissions/changed-relations';

export const FOLDER = 'plugin::upload.folder';

/**
 * Limits the folders of the media library for a person to those of agencies whose files they may see, and to those that
 * belong to no agency, and what is populated and counted of a folder likewise. Strapi's folders have no conditions. To be
 * called in `bootstrap`.
 *
 * @returns ends that
 */
export function limitFolders(strapi: Core.Strapi): () => void {
  const limit = ({ params }: { params: { where?: unknown; populate?: unknown } }) => {
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
    const folders = { $or: [{ agency: { $null: true } }, own] };
    params.where = both(params.where, folders);
    params.populate = limitPopulated(params.populate, { parent: folders, children: folders, files: own });
  };
  return strapi.db.lifecycles.subscribe({
    models: [FOLDER],
    beforeFindOne: limit,
    beforeFindMany: limit,
    beforeCount: limit,
  });
}

const both = (where: unknown, more: object) => ({ $and: [where ?? {}, more] });

function limitPopulated(populate: unknown, limits: Record<string, object>): unknown {
  if (typeof populate !== 'object' || populate === null) return populate;
  return Object.fromEntries(
    Object.entries(populate).map(([name, given]) => {
      const limited = limits[name];
      if (!limited || !given) return [name, given];
      const { where, populate: below, ...others } = Object(given) as Record<string, unknown>;
      return [name, { ...others, where: both(where, limited), populate: limitPopulated(below, limits) }];
    }),
  );
}

/** The same limit where Strapi passes the lifecycles by. To be called in `register`. */
export const limitFolderChanges = (strapi: Core.Strapi): void =>
  limitFolderService(strapi, async () => {
    const seen: { id: number }[] = await strapi.db.query(FOLDER).findMany({ select: ['id'] });
    return new Set(seen.map(({ id }) => id));
  });
