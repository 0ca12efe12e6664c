type Row = { locale: string; author: number | null; kind: string; stands: boolean };
type Transaction = { raw(statement: string, values: unknown[]): Promise<{ rows: Row[] }> };

/**
 * After these nothing stands that no other person has seen: what is drafted is what is public, or nothing is left.
 * Asked of the state and not of the deed, since a deed in one language moves shared fields in the others.
 */
const SEEN = `after ->> 'state' IN ('published', 'absent')`;

/** A review, a note to readers, a withdrawal and a time of publication change no text. */
const OF_TEXT = `action IN ('create', 'update', 'clone')`;

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
    `SELECT DISTINCT ON (locale) locale, (actor ->> 'id')::integer AS author, actor ->> 'kind' AS kind,
            NOT (${SEEN}) AS stands
       FROM desk.audit WHERE document_id = ? AND type = ? AND locale IS NOT NULL AND (${OF_TEXT} OR ${SEEN})
      ORDER BY locale, id DESC`,
    [documentId, type],
  );
  return rows
    .filter(({ stands }) => stands)
    .map(({ locale, kind, author }) => ({ locale, author: kind === 'person' ? author : null }));
}
