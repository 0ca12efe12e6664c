import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Change } from '../history/compare-rows';
import type { AuditEntry } from '../history/record-version';
import { documentRows, type DocumentRow } from '../history/document-rows';
import { lastChange } from '../audit/last-change';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { assertBaseRevision } from './base-revision';
import { lockDocument, recordChanges } from './document-lock';

/**
 * Changes a document's rows by SQL of the desk's own, its published row among them, which Strapi's document service
 * only ever makes anew of the draft. Locked, and remembered, like any other change.
 *
 * @param entry `right`, if given, is what a person needs to the draft, to `publish` also to what is public: asked once more
 *   under the lock, since the owner of either can have changed
 * @param statement its binds first, then the document id and the locale
 * @returns what was changed; nothing where the statement found nothing to change
 * @throws Conflict (409) for a request that is based on an older revision; PolicyError (403) without the right
 */
export async function changeDirectly(
  strapi: Core.Strapi,
  { locale, right, ...entry }: AuditEntry & { locale: string; right?: 'update' | 'publish' },
  statement: string,
  binds: unknown[],
): Promise<Change[]> {
  const { type, documentId } = entry;
  return strapi.db.transaction(async ({ trx }) => {
    await lockDocument(trx, type, documentId);
    const rows = documentRows(strapi, type);
    const read = async (): Promise<DocumentRow[]> => (await trx.raw(rows, [documentId])).rows;
    const before = await read();
    await assertBaseRevision(strapi, documentId, locale, before, () => lastChange(trx, type, documentId, locale));
    const caller = callerOf(strapi);
    if (right && caller.kind === 'person') {
      const asked = right === 'publish' ? 'all' : 'drafts';
      if (!(await canAccess(strapi, caller.ability, right, type, { documentId, locale }, asked))) {
        throw new errors.PolicyError('desk.not-yours');
      }
    }
    await trx.raw(statement, [...binds, documentId, locale]);
    return recordChanges(strapi, trx, entry, before, await read());
  });
}
