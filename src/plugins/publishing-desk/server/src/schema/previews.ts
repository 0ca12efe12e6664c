/**
 * Links to saved drafts. The secret in a link is a signature that is made anew when it is needed, so that this table,
 * or a copy of the database, opens nothing. Instants are UTC, without a zone, as Strapi's are.
 */
export const previews = [
  `CREATE TABLE IF NOT EXISTS desk.previews (
     id text PRIMARY KEY DEFAULT gen_random_uuid(),
     document_id text NOT NULL,
     locale text NOT NULL,
     made_by integer NOT NULL,
     expires_at timestamp NOT NULL,
     opened_at timestamp,
     revoked_at timestamp
   )`,
  `CREATE INDEX IF NOT EXISTS previews_of_document ON desk.previews (document_id, locale)`,
];
