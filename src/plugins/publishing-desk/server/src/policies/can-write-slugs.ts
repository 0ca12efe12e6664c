import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import { callerOf } from '../permissions/caller';
import { attributeOf } from '../permissions/type-attributes';
import { watchedTypes } from '../watched-types';

type RequestBody = { contentTypeUID?: unknown; field?: unknown; data?: unknown };

/** The policy of the routes that make and check slugs: only of types of which the caller may write documents. */
export const canWriteSlugs = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const caller = callerOf(strapi);
  const { contentTypeUID: uid, field, data } = ((ctx.request as { body?: unknown }).body ?? {}) as RequestBody;
  if (caller.kind !== 'person' || typeof uid !== 'string' || !watchedTypes(strapi).has(uid)) return true;
  const { can } = permissionChecker(strapi, caller.ability, uid);
  if (!can.create() && !can.update()) throw new errors.PolicyError('desk.not-yours');
  const { targetField = '' } = attributeOf(strapi, uid, String(field)) ?? {};
  const source = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[targetField] : null;
  // Strapi fails at a slug of anything but a text.
  if (source != null && typeof source !== 'string') {
    throw new errors.ValidationError(`${targetField}: cần một chuỗi ký tự`);
  }
  return true;
};
