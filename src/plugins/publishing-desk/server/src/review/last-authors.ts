import type { Transaction } from '../transaction';

type Row = { locale: string; author: number | null; kind: string; isOpen: boolean };

/**
 * After such a change no text remains that only its author has seen: the draft equals the published row, or nothing is
 * left. This tests the state and not the action, since an action in one locale changes shared fields in the others.
 */
const SEEN = `after ->> 'state' IN ('published', 'absent')`;

/** What was restored from the trash is as unseen as it was. */
const IS_RESTORED = `action = 'delete' AND EXISTS (
  SELECT FROM desk.audit later
   WHERE later.document_id = change.document_id AND later.locale = change.locale AND later.type = change.type
     AND later.id > change.id AND later.action = 'restore')`;

/** Actions that change the text. A review, a note to readers, a withdrawal and a time of publication do not. */
const OF_TEXT = `action IN ('create', 'update', 'clone')`;

/**
 * Who changed the text of a document last since it was last published, by locale: a user's id, or null for a machine or
 * token. Locales without such a change are left out. Found by audit_of_document.
 */
export async function lastAuthors(
  connection: Transaction,
  type: string,
  documentId: string,
): Promise<{ locale: string; author: number | null }[]> {
  const { rows } = await connection.raw<{ rows: Row[] }>(
    `SELECT DISTINCT ON (locale) locale, (actor ->> 'id')::integer AS author, actor ->> 'kind' AS kind,
            NOT (${SEEN}) AS "isOpen"
       FROM desk.audit change
      WHERE document_id = ? AND type = ? AND locale IS NOT NULL AND (${OF_TEXT} OR ${SEEN}) AND NOT (${IS_RESTORED})
      ORDER BY locale, id DESC`,
    [documentId, type],
  );
  return rows
    .filter(({ isOpen }) => isOpen)
    .map(({ locale, kind, author }) => ({ locale, author: kind === 'person' ? author : null }));
}
