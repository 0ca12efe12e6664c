import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { explainConstraint } from '../../../../../documents';
import { tableModel } from '../../../../../strapi-internals/database';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import { type DocumentRow, readDocument } from '../history/document-rows';
import { recordChanges } from '../history/record-version';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { canAccessFiles } from '../permissions/can-access-files';
import { FILE } from '../permissions/changed-relations';
import { lockDocument } from '../pipeline/write';
import { ASSIGN_AGENCIES } from '../roles/role-definitions';
import type { Transaction } from '../transaction';
import { OWNED, watchedTypes } from '../watched-types';
import { lockRows, titleOfDocument } from './assert-unused';
import { moveNamed } from './named-references';
import { AGENCY, OF_AGENCY, referencesTo, type Use, USER, usesOf } from './uses';

/** Documents that are replaced at once: each takes a lock and has an audit row of its own. */
const MOST = 2000;

/** What is deleted, and what takes its place. `locale` is one language; null means all. */
type Replacement = { type: string; documentId: string; locale: string | null; replacement: string };

/** Whether documents that refer to a document of this type can refer to another instead. A text is only itself. */
export const isReplaceable = (strapi: Core.Strapi, type: string): boolean =>
  watchedTypes(strapi).has(type) && !OWNED.has(type);

/**
 * Makes every document that refers to one refer to another of the same type, its published rows too, and deletes the one:
 * in one transaction, with an audit row and a version of each document.
 *
 * @returns the number of documents that were changed
 * @throws NotFoundError (404); ValidationError (400) for `replacement`, or where a document then breaks a rule;
 *   PolicyError (403) for a person who may not change all of these documents
 */
export async function replaceAndDelete(strapi: Core.Strapi, asked: Replacement): Promise<number> {
  const { type, documentId, locale, replacement } = asked;
  if (!isReplaceable(strapi, type)) throw new errors.NotFoundError();
  return strapi.db.transaction(async ({ trx }) => {
    for (const id of [documentId, replacement].sort()) {
      await lockDocument(trx, type, id);
      await lockRows(strapi, trx, type, id);
    }
    const rows = await targetRows(strapi, trx, asked);
    const uses = await usesOf(strapi, trx, type, documentId, locale === null ? null : [locale]);
    if (uses.length > MOST) throw refused(`replacement: nhiều nhất ${MOST} nội dung một lần`);
    await assertMayChange(strapi, uses);
    const note = `“${await titleOfDocument(strapi, trx, type, documentId)}” → “${await titleOfDocument(strapi, trx, type, replacement)}”`;

    const documents = uses.filter((use) => watchedTypes(strapi).has(use.type));
    const before = new Map<Use, DocumentRow[]>();
    for (const use of documents) {
      await lockDocument(trx, use.type, use.documentId);
      before.set(use, await readDocument(strapi, trx, use.type, use.documentId));
    }
    await explainConstraint(strapi, async () => {
      for (const { from, to } of rows) await moveReferences(strapi, trx, type, from, to);
      await moveNamed(strapi, trx, type, documentId, replacement);
      if (type === AGENCY) await moveOwned(strapi, trx, documentId, replacement);
      await trx.raw('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED');
    });
    for (const use of documents) {
      const after = await readDocument(strapi, trx, use.type, use.documentId);
      const recorded = { action: 'replace-reference', type: use.type, documentId: use.documentId, note };
      await recordChanges(strapi, trx, recorded, before.get(use)!, after);
    }
    await recordAudit(trx, {
      actor: currentActor(strapi),
      action: 'replace',
      type,
      documentId,
      before: { uses: countByType(uses) },
      after: { replacement },
      note,
    });
    await strapi.documents(type as UID.ContentType).delete({ documentId, locale: locale ?? '*' } as never);
    return uses.length;
  });
}

/**
 * The rows of the document, each with the row of the replacement in its language.
 *
 * @throws ValidationError (400) for a replacement that is none
 */
async function targetRows(strapi: Core.Strapi, trx: Transaction, asked: Replacement) {
  const { type, documentId, locale, replacement } = asked;
  const { rows } = await trx.raw<{ rows: { from: number; to: number | null }[] }>(
    `SELECT here.id AS from, there.id AS to FROM ?? here
       LEFT JOIN ?? there ON there.document_id = ? AND coalesce(there.locale, '') = coalesce(here.locale, '')
      WHERE here.document_id = ? AND (?::text IS NULL OR here.locale = ?)`,
    [tableOf(strapi, type), tableOf(strapi, type), replacement, documentId, locale, locale],
  );
  if (rows.length === 0) throw new errors.NotFoundError();
  const caller = callerOf(strapi);
  const isReadable =
    caller.kind !== 'person' || (await canAccess(strapi, caller.ability, 'read', type, { documentId: replacement }));
  if (documentId === replacement || !isReadable || rows.some(({ to }) => to === null)) {
    throw refused('replacement: cần một mục khác cùng loại, có đủ các ngôn ngữ của mục bị xóa');
  }
  return rows as { from: number; to: number }[];
}

/** @throws PolicyError (403) unless a person may change every document in which a reference is replaced */
async function assertMayChange(strapi: Core.Strapi, uses: readonly Use[]): Promise<void> {
  const caller = callerOf(strapi);
  if (caller.kind === 'machine') return;
  if (caller.kind !== 'person') throw notYours();
  const { ability } = caller;
  for (const type of new Set(uses.map((use) => use.type))) {
    const ids = uses.filter((use) => use.type === type).map(({ documentId }) => documentId);
    const where = { documentId: { $in: ids } };
    const mayChange =
      type === USER
        ? ability.can(ASSIGN_AGENCIES)
        : OF_AGENCY.includes(type)
          ? await canAccessFiles(strapi, ability, 'assets.update', type === FILE ? where : { id: { $in: [] } })
          : (await canAccess(strapi, ability, 'update', type, where, 'drafts')) &&
            (await canAccess(strapi, ability, 'publish', type, where, 'published'));
    if (!mayChange) throw notYours();
  }
}

/** Where a document has both, the reference that is replaced is dropped. */
async function moveReferences(strapi: Core.Strapi, trx: Transaction, type: string, old: number, next: number) {
  for (const { link, from, to } of referencesTo(strapi, type)) {
    await trx.raw(
      `UPDATE ?? link SET ?? = ? WHERE link.?? = ?
          AND NOT EXISTS (SELECT FROM ?? other WHERE other.?? = link.?? AND other.?? = ?)`,
      [link, to, next, to, old, link, from, from, to, next],
    );
    await trx.raw('DELETE FROM ?? WHERE ?? = ?', [link, to, old]);
  }
}

/** Each user, file and folder, with an audit row as where its agency is assigned by itself. */
async function moveOwned(strapi: Core.Strapi, trx: Transaction, old: string, next: string) {
  for (const type of OF_AGENCY) {
    await trx.raw(
      `WITH moved AS (UPDATE ?? SET agency = ? WHERE agency = ? RETURNING document_id)
       INSERT INTO desk.audit (actor, action, type, document_id, before, after)
         SELECT ?::jsonb, 'assign-agency', ?, document_id, jsonb_build_object('agency', ?::text),
                jsonb_build_object('agency', ?::text)
           FROM moved`,
      [tableOf(strapi, type), next, old, JSON.stringify(currentActor(strapi)), type, old, next],
    );
  }
}

const tableOf = (strapi: Core.Strapi, uid: string): string => tableModel(strapi, uid).tableName;

function countByType(uses: readonly Use[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of uses) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const notYours = () => new errors.PolicyError('desk.uses-not-yours');

const refused = (message: string) =>
  new errors.ValidationError(message, { errors: [{ path: ['replacement'], message, name: 'ValidationError' }] });
