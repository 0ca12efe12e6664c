import type { Core } from '@strapi/strapi';
import { compareRows } from '../history/compare-rows';
import { remember } from '../history/remember';
import { whoActs } from '../history/who-acts';
import { documentRows, type DocumentRow } from '../queries/document-rows';

/**
 * Changes a document's rows by SQL of the desk's own, its published row among them, which Strapi's document service
 * only ever makes anew of the draft. Locked, and remembered, like any other change.
 *
 * @param statement its binds first, then the document id and the locale
 */
export async function changeRows(
  strapi: Core.Strapi,
  deed: { action: string; type: string; documentId: string; locale: string },
  statement: string,
  binds: unknown[],
): Promise<void> {
  const { action, type, documentId, locale } = deed;
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${type} ${documentId}`]);
    const rows = documentRows(strapi, type);
    const read = async (): Promise<DocumentRow[]> => (await trx.raw(rows, [documentId])).rows;
    const before = await read();
    await trx.raw(statement, [...binds, documentId, locale]);
    const { tableName } = strapi.db.metadata.get(type);
    for (const change of compareRows(before, await read())) {
      await remember(trx, tableName, { action, type, documentId }, whoActs(strapi), change);
    }
  });
}
