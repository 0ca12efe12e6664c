import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentContext } from '../../../../../documents/written-data';
import type { DocumentRow } from '../history/document-rows';
import { type Ability, callerOf, isWritingToken } from './caller';
import { requiredPermissions, type Need } from './required-permissions';
import { FILE, changedRelations } from './changed-relations';
import { canAccess } from './can-access';
import { canAccessFiles } from './can-access-files';
import { applyDefaultOwner } from './default-owner';

/** Asked once before a write with what was there, and once after it, when a refusal takes it all back. */
export type WriteGuard = {
  before(rows: DocumentRow[]): Promise<void>;
  after(documentId: string, before: DocumentRow[], rows: DocumentRow[]): Promise<void>;
};

type Params = { documentId?: string; status?: string };

const refusal = (key: string) => new errors.PolicyError(`desk.${key}`);

/**
 * The guard of one write; null for a machine's. A person needs the rights over the document as it was and as it will
 * be, and may point it at nothing that is hidden from them. Tokens of the content API have no agency: they write where
 * the options name them.
 *
 * @throws PolicyError (403) with a key of the panel's texts
 */
export function guardWrite(strapi: Core.Strapi, context: DocumentContext, locale: string): WriteGuard | null {
  const caller = callerOf(strapi);
  if (caller.kind === 'machine' || isWritingToken(strapi, caller)) return null;
  if (caller.kind !== 'person') throw refusal('token-may-not-write');
  const { uid, action } = context;
  const params = context.params as Params;
  const { ability } = caller;
  const publishes = (action === 'create' || action === 'update') && params.status === 'published';
  const isNew = (rows: DocumentRow[]) => action === 'update' && rows.every((row) => row.locale !== locale);

  const allow = async (needs: Need[], documentId: string | undefined) => {
    for (const [permission, rows] of needs) {
      if (!(await canAccess(strapi, ability, permission, uid, { documentId: documentId ?? null }, rows))) {
        throw refusal('not-yours');
      }
    }
  };

  return {
    async before(rows) {
      await allow(requiredPermissions({ action, publishes, inNewLocale: isNew(rows) }).before, params.documentId);
      if (action === 'create' || isNew(rows)) applyDefaultOwner(context, rows, caller.agency);
    },
    async after(documentId, before, rows) {
      await allow(requiredPermissions({ action, publishes, inNewLocale: isNew(before) }).after, documentId);
      for (const [target, ids] of changedRelations(strapi, uid, before, rows)) {
        if (!(await mayPointAt(strapi, ability, target, [...ids]))) throw refusal('target-not-yours');
      }
    },
  };
}

function mayPointAt(strapi: Core.Strapi, ability: Ability, target: string, ids: (string | number)[]) {
  const numbers = ids.filter((id) => typeof id === 'number');
  const documentIds = ids.filter((id) => typeof id === 'string');
  if (target !== FILE)
    return canAccess(strapi, ability, 'read', target, { documentId: { $in: documentIds } }, 'drafts');
  const where = { $or: [{ id: { $in: numbers } }, { documentId: { $in: documentIds } }] };
  return canAccessFiles(strapi, ability, 'read', where);
}
