import type { Core } from '@strapi/strapi';
import { compareRows, type Change } from '../history/compare-rows';
import { recordVersion, type AuditEntry, type Transaction } from '../history/record-version';
import { currentActor } from '../audit/actor';
import type { DocumentRow } from '../history/document-rows';

/** Waits for whoever else writes the document, until this transaction ends. */
export const lockDocument = (trx: Transaction, type: string, documentId: string): Promise<unknown> =>
  trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${type} ${documentId}`]);

/** Remembers what differs between two readings of a document, by language. */
export async function recordChanges(
  strapi: Core.Strapi,
  trx: Transaction,
  entry: AuditEntry,
  before: DocumentRow[],
  after: DocumentRow[],
): Promise<Change[]> {
  const { tableName } = strapi.db.metadata.get(entry.type);
  const changes = compareRows(before, after);
  for (const change of changes) await recordVersion(trx, tableName, named(entry, change), currentActor(strapi), change);
  return changes;
}

/** Whoever only sets the times at which readers see an article has not written it. */
const named = (entry: AuditEntry, { isOfText }: Change): AuditEntry =>
  entry.action === 'update' && !isOfText ? { ...entry, action: 'schedule' } : entry;
