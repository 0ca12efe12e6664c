import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import { callerOf } from '../permissions/caller';
import { watchedTypes } from '../watched-types';

/** The policy of the routes that make and check slugs: only of types of which the caller may write documents. */
export const canWriteSlugs = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const caller = callerOf(strapi);
  const { contentTypeUID: uid } = ((ctx.request as { body?: unknown }).body ?? {}) as { contentTypeUID?: unknown };
  if (caller.kind !== 'person' || typeof uid !== 'string' || !watchedTypes(strapi).has(uid)) return true;
  const { can } = permissionChecker(strapi, caller.ability, uid);
  if (can.create() || can.update()) return true;
  throw new errors.PolicyError('desk.not-yours');
};
