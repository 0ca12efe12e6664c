import type { PluginSchema } from '../../../../../postgres/versioned-schema';

/** The channel of notifications, without a payload: one per transaction that changed anything an answer can depend on. */
export const CHANNEL = 'portal_feeds_changed';

export type WatchedTable = {
  name: string;
  /** A condition on a changed row, `changed`: whether the change is public. */
  condition: string;
};

/** The columns of a published row that are not public: the desk's own, which the save of a draft changes too. */
const INTERNAL_COLUMNS = '{revision,review_state}';

/** Drops the functions of release 0.1.0 with their triggers, which are created again under the same names. */
const standardNames = `
  DROP FUNCTION IF EXISTS portal_feeds.tell_of_changes() CASCADE;
  DROP FUNCTION IF EXISTS portal_feeds.tell_of_updates() CASCADE`;

/**
 * Triggers that notify at commit, once per transaction, of statements that change anything public. Statement triggers
 * and not row triggers, so that an import of thousands of rows costs one notification; with the changed rows as a table,
 * so that the save of a draft notifies nobody.
 */
export const changeNotifications = (tables: readonly WatchedTable[]): PluginSchema => ({
  plugin: 'portal-feeds',
  namespace: 'portal_feeds',
  steps: [{ number: 1, phase: 'after-sync', sql: standardNames }],

  functions: [
    // The condition is the trigger's argument, since each trigger has its own table of changed rows.
    `CREATE OR REPLACE FUNCTION portal_feeds.notify_changes() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     is_noticed boolean := true;
   BEGIN
     IF TG_OP <> 'TRUNCATE' THEN
       EXECUTE 'SELECT EXISTS (SELECT FROM changed WHERE ' || TG_ARGV[0] || ')' INTO is_noticed;
     END IF;
     IF is_noticed THEN
       PERFORM pg_notify('${CHANNEL}', '');
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION portal_feeds.notify_updates() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     after text := format('SELECT to_jsonb(changed) - ''${INTERNAL_COLUMNS}''::text[] FROM changed WHERE %s', TG_ARGV[0]);
     before text := replace(after, 'FROM changed WHERE', 'FROM former AS changed WHERE');
     is_noticed boolean;
   BEGIN
     EXECUTE format('SELECT EXISTS (%1$s EXCEPT %2$s) OR EXISTS (%2$s EXCEPT %1$s)', after, before) INTO is_noticed;
     IF is_noticed THEN
       PERFORM pg_notify('${CHANNEL}', '');
     END IF;
     RETURN NULL;
   END $$`,
  ],

  triggers: tables.flatMap(({ name, condition }) => {
    const call = (procedure: string) =>
      `EXECUTE FUNCTION portal_feeds.${procedure}('${condition.replaceAll("'", "''")}')`;
    return [
      `CREATE OR REPLACE TRIGGER portal_feeds_inserted AFTER INSERT ON ${name} REFERENCING NEW TABLE AS changed
       FOR EACH STATEMENT ${call('notify_changes')}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_updated AFTER UPDATE ON ${name}
       REFERENCING OLD TABLE AS former NEW TABLE AS changed
       FOR EACH STATEMENT ${call('notify_updates')}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_deleted AFTER DELETE ON ${name} REFERENCING OLD TABLE AS changed
       FOR EACH STATEMENT ${call('notify_changes')}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_truncated AFTER TRUNCATE ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION portal_feeds.notify_changes()`,
    ];
  }),
});
