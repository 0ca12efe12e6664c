/** Moves the draft of an article to the state `?` from one of the states of the list `?`, in which '' is none. */
export const moveReview = `
  UPDATE articles SET review_state = ?
   WHERE coalesce(review_state, '') = ANY(string_to_array(?, ',')) AND published_at IS NULL
     AND document_id = ? AND locale = ?`;

/** The drafts that came back and whose last sender is the user `?`. */
export const returnedTo = `
  SELECT a.document_id AS "documentId" FROM articles a
   WHERE a.review_state = 'returned' AND a.published_at IS NULL
     AND (SELECT (sent.actor ->> 'id')::integer FROM desk.audit sent
           WHERE sent.document_id = a.document_id AND sent.locale = a.locale AND sent.action = 'submit'
           ORDER BY sent.id DESC LIMIT 1) = ?`;

/** The last step of each review among the documents `?`, and who sent it there. Found by audit_of_document. */
export const lastSteps = `
  SELECT said.document_id AS "documentId", said.locale, said.action, said.note,
         coalesce(said.actor ->> 'name', '') AS by, to_char(said.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
         (SELECT (sent.actor ->> 'id')::integer FROM desk.audit sent
           WHERE sent.document_id = said.document_id AND sent.locale = said.locale AND sent.type = said.type
             AND sent.action = 'submit' ORDER BY sent.id DESC LIMIT 1) AS sender
    FROM (SELECT DISTINCT ON (document_id, locale) * FROM desk.audit
           WHERE document_id = ANY(?) AND type = 'plugin::newsroom.article'
             AND action IN ('submit', 'send-back', 'approve')
           ORDER BY document_id, locale, id DESC) said`;
