/** A change as the history of a document shows it, the newest first. `at` is an instant in UTC. */
export type RecordedChange = {
  id: number;
  at: string;
  by: { kind: string; name?: string };
  action: string;
  before: { state: string; revision: number };
  after: { state: string; revision: number };
  /** What whoever did it said of it: a word in a review, the reason to publish alone. */
  note: string | null;
  /** Whether its content is still there to be seen and restored. */
  hasVersion: boolean;
};

const PAGE = 50;

/** Fifty changes of a document in a language before the change `$4` (or the newest). Found by audit_of_document. */
export const changesOf = `
  SELECT said.id::int, to_char(said.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
         json_build_object('kind', said.actor ->> 'kind', 'name', said.actor ->> 'name')::text AS by,
         said.action, said.before::text, said.after::text, said.note, version.audit_id IS NOT NULL AS "hasVersion"
    FROM desk.audit said LEFT JOIN desk.versions version ON version.audit_id = said.id
   WHERE said.type = ? AND said.document_id = ? AND said.locale = ? AND said.id < ?
   ORDER BY said.id DESC LIMIT ${PAGE}`;

/** The content of one version of a document, as JSON. */
export const contentOf = `
  SELECT content::text AS content, revision, locale FROM desk.versions
   WHERE type = ? AND document_id = ? AND audit_id = ?`;
