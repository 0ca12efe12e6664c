/** A link as the form of its document lists it. `expiresAt` is an instant in UTC. */
export type PreviewLink = { id: string; by: string; expiresAt: string };

/** The link that a person gets. `expiresAt` is an instant in UTC, without a zone. */
export type IssuedPreview = { id: string; expiresAt: string; isNew: boolean };

const NOW = `(now() AT TIME ZONE 'UTC')`;
const ACTIVE = `revoked_at IS NULL AND expires_at > ${NOW}`;

/**
 * A person's link to a draft: the current one while half of its lifetime is left, else a new one. Strapi's panel calls
 * this whenever a form is opened. Also deletes expired links.
 * Its binds: document, locale, user, hours that a link lasts.
 */
export const issuePreview = `
  WITH asked AS (
    SELECT ? AS document_id, ? AS locale, ?::integer AS made_by, make_interval(hours => ?) AS lasting
  ),
  expired AS (DELETE FROM desk.previews WHERE expires_at <= ${NOW}),
  present AS (
    SELECT id, expires_at FROM desk.previews JOIN asked USING (document_id, locale, made_by)
     WHERE ${ACTIVE} AND expires_at > ${NOW} + lasting / 2
     ORDER BY expires_at DESC LIMIT 1
  ),
  made AS (
    INSERT INTO desk.previews (document_id, locale, made_by, expires_at)
      SELECT document_id, locale, made_by, ${NOW} + lasting FROM asked WHERE NOT EXISTS (SELECT FROM present)
      RETURNING id, expires_at
  )
  SELECT id, to_json(expires_at) #>> '{}' AS "expiresAt", false AS "isNew" FROM present
   UNION ALL SELECT id, to_json(expires_at) #>> '{}', true FROM made`;

/** The draft of an active link, and who made the link. */
export const activePreview = `
  SELECT document_id AS "documentId", locale, made_by AS "madeBy" FROM desk.previews WHERE id = ? AND ${ACTIVE}`;

/** Records that the draft was seen through a link. */
export const markOpened = `UPDATE desk.previews SET opened_at = ${NOW} WHERE id = ? AND opened_at IS NULL`;

/** The active links of a draft through which it was seen, the newest first. */
export const openedPreviews = `
  SELECT id, to_char(expires_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "expiresAt", coalesce((
           SELECT coalesce(nullif(concat_ws(' ', firstname, lastname), ''), username, email)
             FROM admin_users WHERE admin_users.id = made_by), '') AS by
    FROM desk.previews
   WHERE document_id = ? AND locale = ? AND opened_at IS NOT NULL AND ${ACTIVE}
   ORDER BY expires_at DESC, id`;

/** Revokes one active link of a draft: id, document, locale. A row for the link that was revoked. */
export const revokePreview = `
  UPDATE desk.previews SET revoked_at = ${NOW}
   WHERE id = ? AND document_id = ? AND locale = ? AND ${ACTIVE} RETURNING id`;
