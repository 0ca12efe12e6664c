/**
 * What the desk remembers of every change: an audit row that says who did what to which document, and a version with
 * its content. The database itself refuses to change or drop either; only the retention functions drop rows, those
 * older than they are told, never an audit row of the last twelve months, and they leave an audit row that they did.
 *
 * Instants are UTC, without a zone, as Strapi's are.
 */
export const history = [
  `CREATE SCHEMA IF NOT EXISTS desk`,

  `CREATE TABLE IF NOT EXISTS desk.audit (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
     actor jsonb NOT NULL,
     action text NOT NULL,
     type text,
     document_id text,
     locale text,
     before jsonb,
     after jsonb,
     note text
   )`,
  `CREATE INDEX IF NOT EXISTS audit_of_document ON desk.audit (document_id, locale, id DESC)`,
  `CREATE INDEX IF NOT EXISTS audit_by_time ON desk.audit (at)`,

  `CREATE TABLE IF NOT EXISTS desk.versions (
     audit_id bigint PRIMARY KEY REFERENCES desk.audit,
     type text NOT NULL,
     document_id text NOT NULL,
     locale text NOT NULL,
     revision integer NOT NULL,
     content jsonb NOT NULL,
     UNIQUE (document_id, locale, revision, type)
   )`,

  `CREATE OR REPLACE FUNCTION desk.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     stack text;
   BEGIN
     GET DIAGNOSTICS stack = PG_CONTEXT;
     IF TG_OP = 'DELETE' AND stack ~ 'function desk\\.drop_(audit|versions)_before\\(' THEN
       RETURN NULL;
     END IF;
     RAISE EXCEPTION 'what the desk remembers is neither changed nor dropped'
       USING ERRCODE = 'insufficient_privilege';
   END $$`,
  ...['audit', 'versions'].map(
    (table) => `CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON desk.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change()`,
  ),

  `CREATE OR REPLACE FUNCTION desk.drop_versions_before(day timestamp) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     dropped bigint;
   BEGIN
     DELETE FROM desk.versions version USING desk.audit said
      WHERE said.id = version.audit_id AND said.at < day;
     GET DIAGNOSTICS dropped = ROW_COUNT;
     INSERT INTO desk.audit (actor, action, after)
       SELECT '{"kind":"machine"}', 'drop-versions', jsonb_build_object('before', day, 'dropped', dropped)
        WHERE dropped > 0;
     RETURN dropped;
   END $$`,

  `CREATE OR REPLACE FUNCTION desk.drop_audit_before(day timestamp) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     dropped bigint;
   BEGIN
     IF day > (now() AT TIME ZONE 'UTC') - interval '12 months' THEN
       RAISE EXCEPTION 'the audit keeps at least twelve months' USING ERRCODE = 'check_violation';
     END IF;
     DELETE FROM desk.versions version USING desk.audit said
      WHERE said.id = version.audit_id AND said.at < day;
     DELETE FROM desk.audit WHERE at < day;
     GET DIAGNOSTICS dropped = ROW_COUNT;
     INSERT INTO desk.audit (actor, action, after)
       SELECT '{"kind":"machine"}', 'drop-audit', jsonb_build_object('before', day, 'dropped', dropped)
        WHERE dropped > 0;
     RETURN dropped;
   END $$`,
];
