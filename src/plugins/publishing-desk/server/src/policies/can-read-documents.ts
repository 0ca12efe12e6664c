import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { watchedTypes } from '../watched-types';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';

type RequestBody = Record<string, unknown>;

/** The policy of a route that shows something of documents without checking that the caller may read them. */
export const canReadDocuments = async (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const caller = callerOf(strapi);
  const { params, request } = ctx;
  const { query } = request;
  const body = ((request as { body?: unknown }).body ?? {}) as RequestBody;
  const uid = String(params.model ?? params.contentType ?? body.model);
  if (caller.kind !== 'person' || !watchedTypes(strapi).has(uid)) return true;

  const ids = [
    ...idsOf('id', params.id),
    ...idsOf('documentId', query.documentId),
    ...idsOf('documentIds', query.documentIds),
    ...idsOf('documentIds', body.documentIds),
  ];
  const rows = idsOf('id', body.id);
  const where = { $or: [{ documentId: { $in: ids } }, { id: { $in: rows } }] };
  const { ability } = caller;
  const readsSome = ability.can('plugin::content-manager.explorer.read', uid);
  if (readsSome && (await canAccess(strapi, ability, 'read', uid, where))) return true;
  throw new errors.PolicyError('desk.not-yours');
};

function idsOf(field: string, given: unknown): unknown[] {
  const ids = [given].flat().filter((id) => id != null);
  if (ids.every((id) => ['string', 'number'].includes(typeof id))) return ids;
  throw new errors.ValidationError('desk.malformed', { field });
}
