/**
 * Audit entries and versions are append-only: the database refuses to update, delete or truncate them. Only retention
 * deletes, and only entries older than the requested instant; never an audit entry of the last twelve months.
 *
 * Retention starts by inserting its own audit entry, whose trigger deletes the rows and stores their number: nothing can
 * be deleted without an entry that records it. A deletion from within that trigger is recognised by the depth of
 * triggers, which a caller cannot raise and which has no wording that depends on a setting (`lc_messages`).
 */
export const auditProtection = {
  functions: [
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
     DELETE FROM desk.versions version USING desk.audit entry
      WHERE entry.id = version.audit_id AND entry.at < day;
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

    ...['versions', 'audit'].map(
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
     FOR EACH ROW WHEN (NEW.action IN ('drop-audit', 'drop-versions')) EXECUTE FUNCTION desk.apply_retention()`,
  ],
};
