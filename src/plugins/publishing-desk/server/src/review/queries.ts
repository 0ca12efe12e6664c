export type Step = 'submit' | 'send-back' | 'approve';

/** The last step of a review: by whom, when (UTC), with which message; `sender` is the user who submitted the draft. */
export type ReviewStep = {
  type: string;
  documentId: string;
  locale: string;
  action: Step;
  by: string;
  at: string;
  note: string | null;
  sender: number | null;
};

/** Moves a draft in a table to the state `?` from one of the states of the list `?`, in which '' is none. */
export const moveReview = (table: string) => `
  UPDATE ${table} SET review_state = ?
   WHERE coalesce(review_state, '') = ANY(string_to_array(?, ',')) AND published_at IS NULL
     AND document_id = ? AND coalesce(locale, '') = ?`;

/** The user who submitted; null for a token, whose numbers are others. */
const SENDER = `CASE submitted.actor ->> 'kind' WHEN 'person' THEN (submitted.actor ->> 'id')::integer END`;

/** The drafts of a table that were sent back and were last submitted by the user `?`. */
export const returnedTo = (table: string) => `
  SELECT draft.document_id AS "documentId" FROM ${table} draft
   WHERE draft.review_state = 'returned' AND draft.published_at IS NULL
     AND (SELECT ${SENDER} FROM desk.audit submitted
           WHERE submitted.document_id = draft.document_id AND submitted.locale = coalesce(draft.locale, '')
             AND submitted.action = 'submit'
           ORDER BY submitted.id DESC LIMIT 1) = ?`;

/** The last step of each review of the documents `?` of the types `?`. Found by audit_of_document. */
export const lastSteps = `
  SELECT step.type, step.document_id AS "documentId", step.locale, step.action, step.note,
         coalesce(step.actor ->> 'name', '') AS by, to_char(step.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
         (SELECT ${SENDER} FROM desk.audit submitted
           WHERE submitted.document_id = step.document_id AND submitted.locale = step.locale
             AND submitted.type = step.type AND submitted.action = 'submit'
           ORDER BY submitted.id DESC LIMIT 1) AS sender
    FROM (SELECT DISTINCT ON (document_id, type, locale) * FROM desk.audit
           WHERE document_id = ANY(?) AND type = ANY(?) AND action IN ('submit', 'send-back', 'approve')
           ORDER BY document_id, type, locale, id DESC) step`;
