import type { Core } from '@strapi/strapi';
import { compareRows, type Change } from '../history/compare-rows';
import { remember, type Deed, type Transaction } from '../history/remember';
import { whoActs } from '../history/who-acts';
import type { DocumentRow } from '../queries/document-rows';

/** Waits for whoever else writes the document, until this transaction ends. */
export const lockDocument = (trx: Transaction, type: string, documentId: string): Promise<unknown> =>
  trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${type} ${documentId}`]);

/** Remembers what differs between two readings of a document, by language. */
export async function rememberDifference(
  strapi: Core.Strapi,
  trx: Transaction,
  deed: Deed,
  before: DocumentRow[],
  after: DocumentRow[],
): Promise<Change[]> {
  const { tableName } = strapi.db.metadata.get(deed.type);
  const changes = compareRows(before, after);
  for (const change of changes) await remember(trx, tableName, named(deed, change), whoActs(strapi), change);
  return changes;
}

/** Whoever only sets the times at which readers see an article has not written it. */
const named = (deed: Deed, { isOfText }: Change): Deed =>
  deed.action === 'update' && !isOfText ? { ...deed, action: 'schedule' } : deed;
