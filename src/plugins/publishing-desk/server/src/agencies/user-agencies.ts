import type { Core } from '@strapi/strapi';

/** The accounts of the panel with their roles and agencies, by name. */
export async function usersWithAgencies(strapi: Core.Strapi) {
  const users = await strapi.db.query('admin::user').findMany({
    select: ['id', 'firstname', 'lastname', 'email', 'isActive', 'agency'],
    populate: { roles: { select: ['id', 'name', 'code'] } },
    orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
  });
  const agencies = await strapi.db.query('plugin::directory.agency').findMany({
    select: ['documentId', 'name'],
    where: { documentId: { $in: users.map(({ agency }) => agency ?? '') } },
  });
  return users.map((user) => {
    const found = agencies.find(({ documentId }) => documentId === user.agency);
    return { ...user, agency: found ? { documentId: found.documentId, name: found.name } : null };
  });
}
