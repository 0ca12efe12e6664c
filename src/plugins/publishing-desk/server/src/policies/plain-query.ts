import type { Core, Struct, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { declaredAttributes } from '../../../../../strapi-internals/content-types';
import { callerOf } from '../permissions/caller';
import { assertPlainQuery } from '../permissions/query-rules';
import { watchedTypes } from '../watched-types';

const KINDS: Record<Struct.ContentTypeKind, string> = {
  singleType: 'Kiểu nội dung này có nhiều mục.',
  collectionType: 'Kiểu nội dung này chỉ có một mục.',
};

/**
 * The policy of Strapi's routes that pass a query on to the database: a query names only what its caller may read, and a
 * body is no list, at which Strapi fails.
 *
 * @param config `type`: the content type that the route reads, where its path does not name one; `kind`: the kind of
 *   types that the route is for; `isBulk`: whether it is an action on several documents, whose body is a query too
 */
export const plainQuery = (
  ctx: Context,
  { type, kind, isBulk }: { type?: string; kind?: Struct.ContentTypeKind; isBulk?: boolean },
  { strapi }: { strapi: Core.Strapi },
) => {
  const caller = callerOf(strapi);
  if (caller.kind !== 'person') return true;
  const { body } = ctx.request as { body?: unknown };
  if (Array.isArray(body)) {
    throw new errors.ValidationError('Nội dung yêu cầu phải là một đối tượng JSON.');
  }
  const { model, targetField } = ctx.params as { model?: string; targetField?: string };
  const source = type ?? model ?? '';
  // Strapi takes the first document of a collection for the one of a single type, and makes a second one of a single type.
  if (kind && watchedTypes(strapi).has(source) && strapi.contentTypes[source as UID.ContentType].kind !== kind) {
    throw new errors.NotFoundError(KINDS[kind]);
  }
  const queried = targetField === undefined ? source : targetOf(strapi, source, targetField);
  assertPlainQuery(strapi, caller.ability, queried, ctx.request.query as Record<string, unknown>);
  if (isBulk) {
    const { filters, sort, populate, fields } = Object(body) as Record<string, unknown>;
    assertPlainQuery(strapi, caller.ability, queried, { filters, sort, populate, fields });
  }
  return true;
};

/** The target of a relation that a form can have: Strapi's own, such as `createdBy`, are in no form. */
function targetOf(strapi: Core.Strapi, source: string, field: string): string {
  const type = strapi.contentTypes[source as UID.ContentType];
  if (!type) return source;
  const declared = declaredAttributes(type);
  const attribute = Object.hasOwn(declared, field) ? declared[field] : undefined;
  if (attribute?.type !== 'relation' || !attribute.target || isPrivate(source)) {
    throw new errors.NotFoundError('Không có quan hệ này.');
  }
  return attribute.target;
}

const isPrivate = (uid: string): boolean => uid.startsWith('admin::') || uid.startsWith('plugin::upload.');
