/**
 * Audit entries and versions are append-only: the database refuses to update, delete or truncate them. Only retention
 * deletes, and only entries older than the requested instant; never an audit entry of the last twelve months. The versions
 * of a document in a locale in which it was deleted go earlier: all of them, a time after the deletion
 * (`drop-deleted`) or when they are erased for good (`erase`).
 *
 * Each of these starts by inserting its own audit entry, whose trigger deletes the rows and stores their number: nothing
 * can be deleted without an entry that records it. A deletion from within that trigger is recognised by the depth of
 * triggers, which a caller cannot raise and which has no wording that depends on a setting (`lc_messages`).
 */
export const auditProtection = {
  functions: [
    // Found by audit_of_document.
    `CREATE OR REPLACE FUNCTION desk.has_later_entry(entry bigint, of_type text, document text, language text)
   RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT EXISTS (
       SELECT FROM desk.audit
        WHERE document_id = document AND locale = language AND type = of_type AND id > entry) $$`,

    `CREATE OR REPLACE FUNCTION desk.forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
       RETURN NULL;
     END IF;
     RAISE EXCEPTION 'audit entries and versions are neither changed nor deleted'
       USING ERRCODE = 'insufficient_privilege';
   END $$`,

    `CREATE OR REPLACE FUNCTION desk.apply_retention() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     day timestamp := NEW.after ->> 'before';
     dropped bigint;
   BEGIN
     IF day IS NULL THEN
       RAISE EXCEPTION 'retention needs a day' USING ERRCODE = 'check_violation';
     END IF;
     IF NEW.action = 'drop-audit' AND day > (now() AT TIME ZONE 'UTC') - interval '12 months' THEN
       RAISE EXCEPTION 'the audit keeps at least twelve months' USING ERRCODE = 'check_violation';
     END IF;
     IF NEW.action = 'drop-deleted' THEN
       DELETE FROM desk.versions version USING desk.audit gone
        WHERE gone.after ->> 'state' = 'absent' AND gone.at < day
          AND NOT desk.has_later_entry(gone.id, gone.type, gone.document_id, gone.locale)
          AND version.document_id = gone.document_id AND version.locale = gone.locale AND version.type = gone.type;
     ELSE
       DELETE FROM desk.versions version USING desk.audit entry
        WHERE entry.id = version.audit_id AND entry.at < day;
     END IF;
     GET DIAGNOSTICS dropped = ROW_COUNT;
     IF NEW.action = 'drop-audit' THEN
       DELETE FROM desk.audit WHERE at < day;
       GET DIAGNOSTICS dropped = ROW_COUNT;
     END IF;
     IF dropped = 0 THEN
       RETURN NULL;
     END IF;
     NEW.after := NEW.after || jsonb_build_object('dropped', dropped);
     RETURN NEW;
   END $$`,

    `CREATE OR REPLACE FUNCTION desk.erase_versions() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     dropped bigint;
   BEGIN
     IF NOT EXISTS (
       SELECT FROM desk.audit gone
        WHERE gone.document_id = NEW.document_id AND gone.locale = NEW.locale AND gone.type = NEW.type
          AND gone.after ->> 'state' = 'absent'
          AND NOT desk.has_later_entry(gone.id, gone.type, gone.document_id, gone.locale)
     ) THEN
       RAISE EXCEPTION 'only what was deleted is erased' USING ERRCODE = 'check_violation';
     END IF;
     DELETE FROM desk.versions
      WHERE document_id = NEW.document_id AND locale = NEW.locale AND type = NEW.type;
     GET DIAGNOSTICS dropped = ROW_COUNT;
     NEW.after := NEW.after || jsonb_build_object('dropped', dropped);
     RETURN NEW;
   END $$`,

    ...['versions', 'audit', 'deleted'].map(
      (
        what,
      ) => `CREATE OR REPLACE FUNCTION desk.drop_${what}_before(day timestamp) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     dropped bigint;
   BEGIN
     INSERT INTO desk.audit (actor, action, after)
       VALUES ('{"kind":"machine"}', 'drop-${what}', jsonb_build_object('before', day))
       RETURNING after -> 'dropped' INTO dropped;
     RETURN coalesce(dropped, 0);
   END $$`,
    ),
  ],

  triggers: [
    ...['audit', 'versions'].map(
      (table) => `CREATE OR REPLACE TRIGGER forbid_change BEFORE UPDATE OR DELETE OR TRUNCATE ON desk.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION desk.forbid_change()`,
    ),
    `CREATE OR REPLACE TRIGGER apply_retention BEFORE INSERT ON desk.audit
     FOR EACH ROW WHEN (NEW.action IN ('drop-audit', 'drop-versions', 'drop-deleted'))
     EXECUTE FUNCTION desk.apply_retention()`,
    `CREATE OR REPLACE TRIGGER erase_versions BEFORE INSERT ON desk.audit
     FOR EACH ROW WHEN (NEW.action = 'erase') EXECUTE FUNCTION desk.erase_versions()`,
  ],
};
