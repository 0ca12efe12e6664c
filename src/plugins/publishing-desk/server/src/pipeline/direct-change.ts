import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Change } from '../history/compare-rows';
import { readDocument } from '../history/document-rows';
import { recordChanges, type RecordedAction } from '../history/record-version';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { assertBaseRevision } from './base-revision';
import { lockDocument } from './write';

/**
 * Changes a document's rows by one SQL statement, its published row among them, which Strapi's document service can
 * only replace by a copy of the draft. Locked and recorded like every other write.
 *
 * @param action `requires`, if given, is the permission that a person needs on the draft, for `publish` on the public
 *   row too: checked again under the lock, since the owner can have changed
 * @param statement its own binds first, then the document id and the locale
 * @returns what was changed; nothing where the statement matched no row
 * @throws PolicyError (403) without the permission; Conflict (409) for a request that is based on an older revision
 */
export async function changeDirectly(
  strapi: Core.Strapi,
  { locale, requires, ...action }: RecordedAction & { locale: string; requires?: 'update' | 'publish' },
  statement: string,
  binds: unknown[],
): Promise<Change[]> {
  const { type: uid, documentId } = action;
  return strapi.db.transaction(async ({ trx }) => {
    await lockDocument(trx, uid, documentId);
    const before = await readDocument(strapi, trx, uid, documentId);
    const caller = callerOf(strapi);
    if (requires && caller.kind === 'person') {
      const rows = requires === 'publish' ? 'all' : 'drafts';
      if (!(await canAccess(strapi, caller.ability, requires, uid, { documentId, ...(locale && { locale }) }, rows))) {
        throw new errors.PolicyError('desk.not-yours');
      }
    }
    await assertBaseRevision(strapi, trx, { uid, documentId, locale }, before);
    await trx.raw(statement, [...binds, documentId, locale]);
    return recordChanges(strapi, trx, action, before, await readDocument(strapi, trx, uid, documentId));
  });
}
