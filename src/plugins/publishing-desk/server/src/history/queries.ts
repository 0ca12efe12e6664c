/** A change as the history of a document shows it, the newest first. `at` is an instant in UTC. */
export type RecordedChange = {
  id: number;
  at: string;
  by: { kind: string; name?: string };
  action: string;
  before: { state: string; revision: number };
  after: { state: string; revision: number };
  /** The message that came with it: of a review step, or the reason to publish alone. */
  note: string | null;
  /** Whether its content still exists, to be shown and restored. */
  hasVersion: boolean;
};

const PAGE_SIZE = 50;

/** The latest changes of a document in a locale before the change with the id `?`. Found by audit_of_document. */
export const changesOf = `
  SELECT change.id::int, to_char(change.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
         json_build_object('kind', change.actor ->> 'kind', 'name', change.actor ->> 'name')::text AS by,
         change.action, change.before::text, change.after::text, change.note, version.audit_id IS NOT NULL AS "hasVersion"
    FROM desk.audit change LEFT JOIN desk.versions version ON version.audit_id = change.id
   WHERE change.type = ? AND change.document_id = ? AND change.locale = ? AND change.id < ?
   ORDER BY change.id DESC LIMIT ${PAGE_SIZE}`;

/** The content of one version of a document, as JSON. */
export const contentOf = `
  SELECT content::text AS content, revision, locale FROM desk.versions
   WHERE type = ? AND document_id = ? AND audit_id = ?`;
