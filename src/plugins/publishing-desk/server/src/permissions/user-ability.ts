import type { Core } from '@strapi/strapi';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';

/** What a user may do now, by their present roles and agency; null for an account that is disabled or deleted. */
export async function userAbility(strapi: Core.Strapi, id: number): Promise<Ability | null> {
  const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
  if (!user?.isActive || user.blocked) return null;
  return permissionService(strapi).engine.generateUserAbility(user);
}
