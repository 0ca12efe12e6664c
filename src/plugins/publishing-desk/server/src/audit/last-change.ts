type Transaction = { raw(statement: string, values: unknown[]): Promise<{ rows: { by: string; at: string }[] }> };

/** Who changed a document in a language last, by name, and when: an instant in UTC. Found by audit_of_document. */
export async function lastChange(trx: Transaction, type: string, documentId: string, locale: string) {
  const { rows } = await trx.raw(
    `SELECT coalesce(actor ->> 'name', '') AS by, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM desk.audit WHERE document_id = ? AND locale = ? AND type = ? ORDER BY id DESC LIMIT 1`,
    [documentId, locale, type],
  );
  return rows[0] ?? null;
}
