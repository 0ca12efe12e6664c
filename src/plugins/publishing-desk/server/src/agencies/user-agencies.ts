import type { Core } from '@strapi/strapi';
import { agencySpellings } from './agency-spellings';

/** The accounts of the panel with their roles and agencies, by name. */
export async function usersWithAgencies(strapi: Core.Strapi) {
  const users = await strapi.db.query('admin::user').findMany({
    select: ['id', 'firstname', 'lastname', 'email', 'isActive', 'agency'],
    populate: { roles: { select: ['id', 'name', 'code'] } },
    orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
  });
  const agencies = await strapi.db.query('plugin::directory.agency').findMany({
    select: ['documentId', 'name', 'shortName'],
    where: { documentId: { $in: users.map(({ agency }) => agency ?? '') } },
  });
  const spell = await agencySpellings(strapi);
  const known = new Map<string, object>(
    agencies.map(({ documentId, name, shortName }) => [
      documentId,
      { documentId, name, spellings: spell(name, shortName) },
    ]),
  );
  return users.map((user) => ({ ...user, agency: known.get(user.agency) ?? null }));
}
