type Row = { locale: string; author: number | null; kind: string; action: string };
type Transaction = { raw(statement: string, values: unknown[]): Promise<{ rows: Row[] }> };

/** After these nothing stands that no other person has seen. */
const SEEN = new Set(['publish', 'discardDraft', 'delete']);

/** A review, a note to readers and a withdrawal change no text. */
const OF_TEXT = `action IN ('create', 'update', 'clone', 'publish', 'discardDraft', 'delete')`;

/**
 * Who changed a document last since it was last published, by language: a user's id, or null for whoever is no person.
 * A language without a change since then is left out. Found by audit_of_document.
 */
export async function lastAuthors(
  trx: Transaction,
  type: string,
  documentId: string,
): Promise<{ locale: string; author: number | null }[]> {
  const { rows } = await trx.raw(
    `SELECT DISTINCT ON (locale) locale, (actor ->> 'id')::integer AS author, actor ->> 'kind' AS kind, action
       FROM desk.audit WHERE document_id = ? AND type = ? AND locale IS NOT NULL AND ${OF_TEXT}
      ORDER BY locale, id DESC`,
    [documentId, type],
  );
  return rows
    .filter(({ action }) => !SEEN.has(action))
    .map(({ locale, kind, author }) => ({ locale, author: kind === 'person' ? author : null }));
}
