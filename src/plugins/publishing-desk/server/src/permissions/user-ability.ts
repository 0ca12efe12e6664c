import type { Core } from '@strapi/strapi';
import type { Ability } from './caller';

/** What a user may now, with the roles and the agency of now; null for an account that is disabled or gone. */
export async function userAbility(strapi: Core.Strapi, id: number): Promise<Ability | null> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
  if (!user?.isActive || user.blocked) return null;
  return strapi.service('admin::permission').engine.generateUserAbility(user);
}
