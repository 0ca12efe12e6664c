/** What is notified, with nothing else said, by every transaction that changes what an answer can depend on. */
export const CHANNEL = 'portal_feeds_changed';

export type WatchedTable = {
  name: string;
  /** Of a changed row, as `changed`: whether the public could notice. */
  condition: string;
};

const EVENTS = [
  ['inserted', 'AFTER INSERT', 'NEW'],
  ['updated', 'AFTER UPDATE', 'NEW'],
  ['updated_from', 'AFTER UPDATE', 'OLD'],
  ['deleted', 'AFTER DELETE', 'OLD'],
] as const;

/**
 * Notifies at commit, once a transaction, of statements that change a row that the public can notice. By statement and
 * not by row, so that an import of thousands costs no more than one; with the changed rows at hand, so that a draft's
 * save tells nothing.
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

  ...tables.flatMap(({ name, condition }) => [
    ...EVENTS.map(
      ([event, when, rows]) => `
        CREATE OR REPLACE TRIGGER portal_feeds_${event} ${when} ON ${name} REFERENCING ${rows} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION portal_feeds.tell_of_changes('${condition.replaceAll("'", "''")}')`,
    ),
    `CREATE OR REPLACE TRIGGER portal_feeds_truncated AFTER TRUNCATE ON ${name}
     FOR EACH STATEMENT EXECUTE FUNCTION portal_feeds.tell_of_changes()`,
  ]),
];
