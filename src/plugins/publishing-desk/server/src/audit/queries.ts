/** A thousand rows of the audit after the row `?`, oldest first, of an interval: each as one line of JSON. */
export const auditPage = `
  SELECT id::text AS "lastId", json_build_object('id', id, 'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actor', actor,
         'action', action, 'type', type, 'documentId', document_id, 'locale', locale, 'before', before,
         'after', after, 'note', note)::text AS line
    FROM desk.audit
   WHERE id > ?::bigint AND at >= ? AND at < ?
   ORDER BY id LIMIT 1000`;
