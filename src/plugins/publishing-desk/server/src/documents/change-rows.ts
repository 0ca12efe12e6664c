import type { Core } from '@strapi/strapi';
import { documentRows, type DocumentRow } from '../queries/document-rows';
import { lockDocument, rememberDifference } from './under-lock';

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
    await lockDocument(trx, type, documentId);
    const rows = documentRows(strapi, type);
    const read = async (): Promise<DocumentRow[]> => (await trx.raw(rows, [documentId])).rows;
    const before = await read();
    await trx.raw(statement, [...binds, documentId, locale]);
    await rememberDifference(strapi, trx, { action, type, documentId }, before, await read());
  });
}
