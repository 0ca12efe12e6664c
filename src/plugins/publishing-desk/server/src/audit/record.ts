import type { Actor } from './actor';
import type { Transaction } from '../transaction';

/** One row of `desk.audit`. `locale` is set only where what is written in that locale changed. */
type AuditEntry = {
  actor: Actor;
  action: string;
  type?: string;
  documentId?: string;
  locale?: string;
  before?: object;
  after?: object;
  note?: string;
};

/**
 * Records what was done, by whom and to what. Pass the transaction of the change, so that both commit
 * together.
 *
 * @returns the id of the row
 */
export async function recordAudit(connection: Transaction, entry: AuditEntry): Promise<string> {
  const { actor, action, type, documentId, locale, before, after, note } = entry;
  const { rows } = await connection.raw<{ rows: { id: string }[] }>(
    `INSERT INTO desk.audit (actor, action, type, document_id, locale, before, after, note)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [json(actor), action, type ?? null, documentId ?? null, locale ?? null, json(before), json(after), note ?? null],
  );
  return rows[0]!.id;
}

const json = (value: object | undefined): string | null => (value ? JSON.stringify(value) : null);
