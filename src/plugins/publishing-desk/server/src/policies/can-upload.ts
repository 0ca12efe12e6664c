import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { callerOf } from '../permissions/caller';

/**
 * The policy of the media library's routes that take files, for whom Strapi's controllers refuse only once the files are
 * stored: the permission to add files, or to change some, where the request names one. Which, the controller decides.
 */
export const canUpload = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const caller = callerOf(strapi);
  if (caller.kind !== 'person') return true;
  const isChange = (ctx.params.id ?? ctx.request.query.id) !== undefined;
  if (caller.ability.can(`plugin::upload.assets.${isChange ? 'update' : 'create'}`)) return true;
  throw new errors.PolicyError('desk.not-yours');
};
