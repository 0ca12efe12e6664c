import type { Core } from '@strapi/strapi';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';
import { FILE } from './changed-relations';

type FilePermission = 'read' | 'assets.update';

/** Whether a person has a permission on each of these files, by the rules of the media library's own routes. */
export async function canAccessFiles(
  strapi: Core.Strapi,
  ability: Ability,
  permission: FilePermission,
  where: object,
): Promise<boolean> {
  const files = await judgedFiles(strapi, ability, permission, where);
  return files !== null && files.every(({ isAllowed }) => isAllowed);
}

/** Those of these files that a person may see, by document id. */
export async function readableFiles(strapi: Core.Strapi, ability: Ability, where: object): Promise<Set<string>> {
  const files = (await judgedFiles(strapi, ability, 'read', where)) ?? [];
  return new Set(files.flatMap(({ documentId, isAllowed }) => (isAllowed ? [documentId] : [])));
}

/** @returns null for a person who has the permission on no file */
async function judgedFiles(strapi: Core.Strapi, ability: Ability, permission: FilePermission, where: object) {
  const action = `plugin::upload.${permission}`;
  const permissions = permissionService(strapi).createPermissionsManager({ ability, action, model: FILE });
  if (!permissions.isAllowed) return null;
  const files: { documentId: string }[] = await strapi.db
    .query(FILE)
    .findMany({ where, populate: { createdBy: { populate: ['roles'] }, folder: true } });
  return files.map((file) => ({
    documentId: file.documentId,
    isAllowed: ability.can(action, permissions.toSubject(file)),
  }));
}
