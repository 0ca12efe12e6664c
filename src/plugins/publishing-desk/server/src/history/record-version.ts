import type { Core } from '@strapi/strapi';
import type { Change } from './compare-rows';
import type { Actor } from '../audit/actor';

export type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0] & object>[0]['trx'];

/** What was done to which document, and the reason where one was given. */
export type AuditEntry = { action: string; type: string; documentId: string; note?: string };

/**
 * Writes what a change did: its audit row, its version, and the revision in the document's own rows. In the
 * transaction of the change itself, so that neither is there without the other.
 */
export async function recordVersion(
  trx: Transaction,
  table: string,
  { action, type, documentId, note }: AuditEntry,
  actor: Actor,
  { locale, before, after, content }: Change,
): Promise<void> {
  await trx.raw(`UPDATE ${table} SET revision = ? WHERE document_id = ? AND coalesce(locale, '') = ?`, [
    after.revision,
    documentId,
    locale,
  ]);
  const said = [
    JSON.stringify(actor),
    action,
    type,
    documentId,
    locale,
    JSON.stringify(before),
    JSON.stringify(after),
    note ?? null,
  ];
  await trx.raw(
    `WITH said AS (
       INSERT INTO desk.audit (actor, action, type, document_id, locale, before, after, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id, type, document_id, locale
     )
     INSERT INTO desk.versions (audit_id, type, document_id, locale, revision, content)
       SELECT id, type, document_id, locale, ?::integer, content FROM said, (SELECT ?::jsonb AS content) given
        WHERE content IS NOT NULL`,
    [...said, after.revision, content],
  );
}
