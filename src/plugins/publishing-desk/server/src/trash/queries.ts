/** A document that was deleted, in one locale, as it was. */
export type DeletedDocument = {
  /** The id of the deletion's audit row. */
  id: number;
  /** When it was deleted, and until when it is kept: instants in UTC. */
  at: string;
  keptUntil: string;
  /** The name of who deleted it; null for a machine. */
  by: string | null;
  type: string;
  documentId: string;
  /** '' for a type without locales. */
  locale: string;
  content: Record<string, unknown>;
};

/**
 * What was deleted in the last `?` days and not written again since, the newest first: a deletion each, with the version
 * that holds what was deleted. Found by audit_deletions. Instants in UTC; `content` without `left`, an attribute or none.
 */
const deletions = (condition: string, left = '') => `
  SELECT gone.id::int AS id, to_char(gone.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
         to_char(gone.at + make_interval(days => asked.days), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "keptUntil",
         gone.actor ->> 'name' AS by, gone.type, gone.document_id AS "documentId", gone.locale,
         (kept.content - '${left}')::text AS content
    FROM (SELECT ?::int AS days) asked
    JOIN desk.audit gone ON gone.at > (now() AT TIME ZONE 'UTC') - make_interval(days => asked.days)
    JOIN desk.versions kept ON kept.audit_id = gone.id
   WHERE gone.after ->> 'state' = 'absent'
     AND NOT desk.has_later_entry(gone.id, gone.type, gone.document_id, gone.locale) AND ${condition}
   ORDER BY gone.id DESC`;

export const BATCH = 200;

/** Of these types, before the deletion with the id `?`. The body is large, and neither names nor owns anything. */
export const deletionsBefore = `${deletions('gone.type = ANY(?) AND gone.id < ?', 'body')} LIMIT ${BATCH}`;

export const deletionById = deletions('gone.id = ?');

/** Of a document in a locale. */
export const deletionOf = deletions('gone.type = ? AND gone.document_id = ? AND gone.locale = ?');
