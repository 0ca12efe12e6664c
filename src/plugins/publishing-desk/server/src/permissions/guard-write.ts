import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type DocumentContext, isPublish, writtenData } from '../../../../../documents/written-data';
import type { DocumentRow } from '../history/document-rows';
import type { Write } from '../pipeline/write';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { callerOf, isWritingToken } from './caller';
import { canAccess, couldAccess } from './can-access';
import { canAccessFiles } from './can-access-files';
import { FILE_ADDRESSES } from '../../../../../file-uses';
import { changedRelations, FILE, FILE_ADDRESS } from './changed-relations';
import { applyDefaultOwner } from './default-owner';
import { OWNED } from '../watched-types';
import { requiredPermissions, type RequiredPermission } from './required-permissions';

/** Called once before a write, and once after it with the rows that it left. */
type WriteGuard = {
  before(): Promise<void>;
  after(documentId: string, rows: DocumentRow[]): Promise<void>;
};

const refusal = (key: string) => new errors.PolicyError(`desk.${key}`);

/**
 * The guard of one write; null for a machine's. A person needs the permissions on the document as it was and as it
 * becomes, and may link it to nothing that is hidden from them. Content API tokens have no agency: only those that the
 * options name may write.
 *
 * @throws PolicyError (403) with a key of the panel's texts
 */
export function guardWrite({ strapi, context, uid, action, documentId, locale, before }: Write): WriteGuard | null {
  const caller = callerOf(strapi);
  if (caller.kind === 'machine' || isWritingToken(strapi, caller)) return null;
  if (caller.kind !== 'person') throw refusal('token-may-not-write');
  const { ability } = caller;
  const inNewLocale = action === 'update' && before.every((row) => row.locale !== locale);
  const isNew = action === 'create';
  const required = requiredPermissions({ action, isPublish: isPublish(context), inNewLocale });

  const assertAllowed = async (permissions: RequiredPermission[], id: string | null) => {
    for (const [permission, rows] of permissions) {
      if (!(await canAccess(strapi, ability, permission, uid, { documentId: id }, rows))) throw refusal('not-yours');
    }
  };

  // Before the database compares the document with those of the owner, which the person may not even read.
  const assertOwner = async (id: string | null) => {
    const { createdBy } = writtenData(context) ?? {};
    const ofNewRow = { ...(createdBy !== undefined && { createdBy: { id: createdBy } }), ...(isNew && { locale }) };
    for (const owner of namedOwners(context)) {
      const values = { ...ofNewRow, agency: { documentId: owner } };
      for (const [permission] of required.after) {
        if (!(await couldAccess(strapi, ability, permission, uid, id, values))) throw refusal('not-yours');
      }
    }
  };

  return {
    async before() {
      // A clone has no document yet: the permissions are checked on its source.
      const source = (context.params as { documentId?: string }).documentId;
      await assertAllowed(required.before, documentId ?? source ?? null);
      await assertOwner(documentId ?? source ?? null);
      if (isNew || inNewLocale) applyDefaultOwner(context, before, caller.agency);
    },
    async after(id, rows) {
      await assertAllowed(required.after, id);
      for (const [target, ids] of changedRelations(strapi, uid, before, rows)) {
        if (!(await canLinkTo(strapi, ability, target, [...ids]))) throw refusal('target-not-yours');
      }
    },
  };
}

type Link = { documentId?: string };
type Links = Link | Link[] | null | undefined;

/** The agencies, by document id, that a write names as the owner; none where it leaves the owner as it is, or to the desk. */
function namedOwners(context: DocumentContext): string[] {
  const data = writtenData(context);
  if (!data || !OWNED.has(context.uid)) return [];
  const named = data.agency as Links | { set?: Links; connect?: Links };
  const { set, connect } = (named ?? {}) as { set?: Links; connect?: Links };
  return [named as Links, set, connect].flat().flatMap((link) => link?.documentId ?? []);
}

async function canLinkTo(strapi: Core.Strapi, ability: Ability, target: string, ids: (string | number)[]) {
  if (target === FILE_ADDRESS) {
    const statement = `SELECT file.id FROM files file WHERE ${FILE_ADDRESSES} && ?::text[]`;
    const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(statement, [ids]));
    return canAccessFiles(strapi, ability, 'read', { id: { $in: rows.map(({ id }: { id: number }) => id) } });
  }
  const rowIds = ids.filter((id) => typeof id === 'number');
  const documentIds = ids.filter((id) => typeof id === 'string');
  if (target !== FILE) {
    return canAccess(strapi, ability, 'read', target, { documentId: { $in: documentIds } }, 'drafts');
  }
  const where = { $or: [{ id: { $in: rowIds } }, { documentId: { $in: documentIds } }] };
  return canAccessFiles(strapi, ability, 'read', where);
}
