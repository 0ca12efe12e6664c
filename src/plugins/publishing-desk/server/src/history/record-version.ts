import type { Core } from '@strapi/strapi';
import { tableModel } from '../../../../../strapi-internals/database';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import { compareRows, type Change } from './compare-rows';
import type { DocumentRow } from './document-rows';
import type { Transaction } from '../transaction';

/** What was done to which document, and the reason where one was given. */
export type RecordedAction = { action: string; type: string; documentId: string; note?: string };

/**
 * Records what differs between two readings of a document, by locale: an audit row, a version with the content, and the
 * revision in the document's own rows. In the transaction of the change itself, so that all commit together. The version
 * of a deletion holds what was deleted. The revisions of a language that was deleted and is written again go on.
 */
export async function recordChanges(
  strapi: Core.Strapi,
  trx: Transaction,
  { type, documentId, ...recorded }: RecordedAction,
  before: DocumentRow[],
  after: DocumentRow[],
): Promise<Change[]> {
  const { tableName } = tableModel(strapi, type);
  const isNew = recorded.action === 'create' || recorded.action === 'clone';
  const changes: Change[] = [];
  for (const compared of compareRows(before, after)) {
    const isWrittenAgain = compared.before.state === 'absent' && !isNew;
    const change = isWrittenAgain ? await continued(trx, type, documentId, compared) : compared;
    changes.push(change);
    const { locale, content, after: now } = change;
    await trx.raw(`UPDATE ${tableName} SET revision = ? WHERE document_id = ? AND coalesce(locale, '') = ?`, [
      now.revision,
      documentId,
      locale,
    ]);
    const entry = { ...recorded, action: recordedAs(recorded.action, change), before: change.before, after: now };
    const id = await recordAudit(trx, { ...entry, actor: currentActor(strapi), type, documentId, locale });
    await trx.raw(
      `INSERT INTO desk.versions (audit_id, type, document_id, locale, revision, content) VALUES (?, ?, ?, ?, ?, ?)`,
      [id, type, documentId, locale, now.revision, content],
    );
  }
  return changes;
}

/** The change with revisions that follow the last one of the document in the locale. Found by audit_of_document. */
async function continued(trx: Transaction, type: string, documentId: string, change: Change): Promise<Change> {
  const { rows } = await trx.raw<{ rows: [{ last: number }] }>(
    `SELECT coalesce(max((after ->> 'revision')::int), 0) AS last FROM desk.audit
      WHERE document_id = ? AND locale = ? AND type = ?`,
    [documentId, change.locale, type],
  );
  const [{ last }] = rows;
  return {
    ...change,
    before: { ...change.before, revision: last },
    after: { ...change.after, revision: last + 1 },
  };
}

/** An update that sets only the times at which readers see an article does not make its author the last to write it. */
const recordedAs = (action: string, { isOfText }: Change): string =>
  action === 'update' && !isOfText ? 'schedule' : action;
