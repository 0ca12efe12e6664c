import type { Core } from '@strapi/strapi';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';
import { FILE } from './changed-relations';

/** Whether a person has a permission on each of these files, by the rules of the media library's own routes. */
export async function canAccessFiles(
  strapi: Core.Strapi,
  ability: Ability,
  permission: 'read' | 'assets.update',
  where: object,
): Promise<boolean> {
  const action = `plugin::upload.${permission}`;
  const permissions = permissionService(strapi).createPermissionsManager({ ability, action, model: FILE });
  if (!permissions.isAllowed) return false;
  const files = await strapi.db
    .query(FILE)
    .findMany({ where, populate: { createdBy: { populate: ['roles'] }, folder: true } });
  return files.every((file) => ability.can(action, permissions.toSubject(file)));
}
