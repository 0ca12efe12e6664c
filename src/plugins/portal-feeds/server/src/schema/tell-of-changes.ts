/** What is notified, with nothing else said, by every transaction that changes what an answer can depend on. */
export const CHANNEL = 'portal_feeds_changed';

export type WatchedTable = {
  name: string;
  /** Of a changed row, as `changed`: whether the public could notice. */
  condition: string;
};

/** Of a row that the public sees, what it does not see: the desk's own, which a draft's save moves too. */
const UNSEEN = '{revision,review_state}';

/**
 * Notifies at commit, once a transaction, of statements that change what the public can notice. By statement and not
 * by row, so that an import of thousands costs no more than one; with the changed rows at hand, so that a draft's save
 * tells nothing.
 */
export const tellOfChanges = (tables: readonly WatchedTable[]): string[] => [
  `CREATE SCHEMA IF NOT EXISTS portal_feeds`,

  // A trigger's argument is the condition: the rows that changed are a table of each trigger's own.
  `CREATE OR REPLACE FUNCTION portal_feeds.tell_of_changes() RETURNS trigger LANGUAGE plpgsql AS $$
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

  `CREATE OR REPLACE FUNCTION portal_feeds.tell_of_updates() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     after text := format('SELECT to_jsonb(changed) - ''${UNSEEN}''::text[] FROM changed WHERE %s', TG_ARGV[0]);
     before text := replace(after, 'FROM changed WHERE', 'FROM former AS changed WHERE');
     is_noticed boolean;
   BEGIN
     EXECUTE format('SELECT EXISTS (%1$s EXCEPT %2$s) OR EXISTS (%2$s EXCEPT %1$s)', after, before) INTO is_noticed;
     IF is_noticed THEN
       PERFORM pg_notify('${CHANNEL}', '');
     END IF;
     RETURN NULL;
   END $$`,

  ...tables.flatMap(({ name, condition }) => {
    const tell = `EXECUTE FUNCTION portal_feeds.tell_of_changes('${condition.replaceAll("'", "''")}')`;
    return [
      `CREATE OR REPLACE TRIGGER portal_feeds_inserted AFTER INSERT ON ${name} REFERENCING NEW TABLE AS changed
       FOR EACH STATEMENT ${tell}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_updated AFTER UPDATE ON ${name}
       REFERENCING OLD TABLE AS former NEW TABLE AS changed
       FOR EACH STATEMENT ${tell.replace('tell_of_changes', 'tell_of_updates')}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_deleted AFTER DELETE ON ${name} REFERENCING OLD TABLE AS changed
       FOR EACH STATEMENT ${tell}`,
      `CREATE OR REPLACE TRIGGER portal_feeds_truncated AFTER TRUNCATE ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION portal_feeds.tell_of_changes()`,
    ];
  }),
];
