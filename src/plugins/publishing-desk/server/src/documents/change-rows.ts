import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Change } from '../history/compare-rows';
import type { Deed } from '../history/remember';
import { documentRows, type DocumentRow } from '../queries/document-rows';
import { lastChange } from '../queries/last-change';
import { callerOf } from '../rights/caller';
import { mayTouch } from '../rights/may-touch';
import { refuseStale } from './refuse-stale';
import { lockDocument, rememberDifference } from './under-lock';

/**
 * Changes a document's rows by SQL of the desk's own, its published row among them, which Strapi's document service
 * only ever makes anew of the draft. Locked, and remembered, like any other change.
 *
 * @param deed `right`, if given, is what a person needs to the draft, to `publish` also to what is public: asked once more
 *   under the lock, since the owner of either can have changed
 * @param statement its binds first, then the document id and the locale
 * @returns what was changed; nothing where the statement found nothing to change
 * @throws Conflict (409) for a request that is based on an older revision; PolicyError (403) without the right
 */
export async function changeRows(
  strapi: Core.Strapi,
  { locale, right, ...deed }: Deed & { locale: string; right?: 'update' | 'publish' },
  statement: string,
  binds: unknown[],
): Promise<Change[]> {
  const { type, documentId } = deed;
  return strapi.db.transaction(async ({ trx }) => {
    await lockDocument(trx, type, documentId);
    const rows = documentRows(strapi, type);
    const read = async (): Promise<DocumentRow[]> => (await trx.raw(rows, [documentId])).rows;
    const before = await read();
    await refuseStale(strapi, documentId, locale, before, () => lastChange(trx, type, documentId, locale));
    const caller = callerOf(strapi);
    if (right && caller.kind === 'person') {
      const asked = right === 'publish' ? 'all' : 'drafts';
      if (!(await mayTouch(strapi, caller.ability, right, type, { documentId, locale }, asked))) {
        throw new errors.PolicyError('desk.not-yours');
      }
    }
    await trx.raw(statement, [...binds, documentId, locale]);
    return rememberDifference(strapi, trx, deed, before, await read());
  });
}
