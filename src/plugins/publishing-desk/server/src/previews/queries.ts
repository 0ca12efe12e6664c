/** A link as the form of its document shows it. `expiresAt` is an instant in UTC. */
export type OpenPreview = { id: string; by: string; expiresAt: string };

const NOW = `(now() AT TIME ZONE 'UTC')`;
const ACTIVE = `revoked_at IS NULL AND expires_at > ${NOW}`;

/**
 * The id of a person's link to a draft: the one that still has half of its time, else a new one, which the audit
 * remembers. Strapi's panel asks whenever a form is opened. Links that have expired are let go of on the way.
 * Its values: document, language, user, hours that a link lasts, actor, type.
 *
 * The audit row has no locale of its own: rows with one are changes of what is written in it.
 */
export const previewOf = `
  WITH asked AS (
    SELECT ? AS document_id, ? AS locale, ?::integer AS made_by, make_interval(hours => ?) AS lasting,
           ?::jsonb AS actor, ? AS type
  ),
  dropped AS (DELETE FROM desk.previews WHERE expires_at <= ${NOW}),
  kept AS (
    SELECT id FROM desk.previews JOIN asked USING (document_id, locale, made_by)
     WHERE ${ACTIVE} AND expires_at > ${NOW} + lasting / 2
     ORDER BY expires_at DESC LIMIT 1
  ),
  made AS (
    INSERT INTO desk.previews (document_id, locale, made_by, expires_at)
      SELECT document_id, locale, made_by, ${NOW} + lasting FROM asked WHERE NOT EXISTS (SELECT FROM kept)
      RETURNING id, expires_at
  ),
  said AS (
    INSERT INTO desk.audit (actor, action, type, document_id, after)
      SELECT actor, 'preview', type, document_id,
             jsonb_build_object('preview', id, 'locale', locale, 'expiresAt', expires_at)
        FROM made, asked
  )
  SELECT id FROM kept UNION ALL SELECT id FROM made`;

/** What an active link is to, and who made it. */
export const activePreview = `
  SELECT document_id AS "documentId", locale, made_by AS "madeBy" FROM desk.previews WHERE id = ? AND ${ACTIVE}`;

/** Remembers that somebody has seen the draft. */
export const opened = `UPDATE desk.previews SET opened_at = ${NOW} WHERE id = ? AND opened_at IS NULL`;

/** The active links of a draft through which somebody has seen it, the newest first. */
export const openPreviews = `
  SELECT id, to_char(expires_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "expiresAt", coalesce((
           SELECT coalesce(nullif(concat_ws(' ', firstname, lastname), ''), username, email)
             FROM admin_users WHERE admin_users.id = made_by), '') AS by
    FROM desk.previews
   WHERE document_id = ? AND locale = ? AND opened_at IS NOT NULL AND ${ACTIVE}
   ORDER BY expires_at DESC, id`;

/** Revokes one link of a draft (id, document, language; actor, type), for good, and remembers who did. */
export const revoke = `
  WITH revoked AS (
    UPDATE desk.previews SET revoked_at = ${NOW}
     WHERE id = ? AND document_id = ? AND locale = ? AND ${ACTIVE}
     RETURNING id, document_id, locale
  )
  INSERT INTO desk.audit (actor, action, type, document_id, after)
    SELECT ?::jsonb, 'revoke-preview', ?, document_id, jsonb_build_object('preview', id, 'locale', locale)
      FROM revoked`;
