/** Withdraws an article in a locale, draft and published row alike: outcome, reason, the slug it moved to or null. */
export const withdraw = `
  UPDATE articles SET withdrawn_on = newsroom.clock(), withdrawal_outcome = ?, withdrawal_reason = ?, moved_to = ?
   WHERE document_id = ? AND locale = ?`;

/** Undoes a withdrawal. */
export const reinstate = `
  UPDATE articles SET withdrawn_on = NULL, withdrawal_outcome = NULL, withdrawal_reason = NULL, moved_to = NULL
   WHERE document_id = ? AND locale = ?`;

/** Adds a correction with this note to the draft, dated now, and dates its last major change. */
export const correct = `
  UPDATE articles SET updated_on = date_trunc('milliseconds', newsroom.clock()),
         corrections = coalesce(corrections, '[]') || jsonb_build_array(jsonb_build_object(
           'on', to_char(newsroom.clock(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'note', ?::text))
   WHERE document_id = ? AND locale = ? AND published_at IS NULL`;

/** Whether another article than this document is public in a locale under a slug. */
export const isVisible = `
  SELECT FROM articles a WHERE a.slug = ? AND a.locale = ? AND a.document_id <> ?
    AND newsroom.is_visible(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, newsroom.clock())`;

/** Whether an article is published in a locale. */
export const isPublished = 'SELECT FROM articles WHERE document_id = ? AND locale = ? AND published_at IS NOT NULL';
