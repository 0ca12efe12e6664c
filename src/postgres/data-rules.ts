import type { Client } from 'pg';

/** What no row of a table may be. Rows that were before the rule may still be so. */
export type DataRule = {
  /** The name of the constraint, or of the deferred constraint triggers, by which the database refuses a row. */
  constraint: string;
  table: string;
  /** The SQL condition on a row `here` of the table that breaks the rule. */
  broken: string;
};

/**
 * The trigger functions of rules that span several rows, and hold at the end of a transaction: Strapi writes a row
 * before its relations. `SCHEMA.check_CONSTRAINT('column')` checks the row of the rule's table whose id is in that column of
 * the changed row, before the change and after it. A step has to create the constraint triggers, all deferred, with the
 * name of the rule.
 *
 * @param schema the plugin's own SQL schema
 * @param lock the key of an advisory lock, for rules about chains of rows: two writers, each harmless alone, take turns
 */
export const deferredRules = (
  schema: string,
  rules: readonly (DataRule & { lock?: readonly [number, number] })[],
): { functions: string[] } => ({
  functions: rules.map(
    ({ constraint, table, broken, lock }) => `CREATE OR REPLACE FUNCTION ${schema}.check_${constraint}() RETURNS trigger
   LANGUAGE plpgsql AS $$
   DECLARE
     changed integer[];
   BEGIN
     IF TG_OP <> 'INSERT' THEN changed := changed || (to_jsonb(OLD) ->> TG_ARGV[0])::integer; END IF;
     IF TG_OP <> 'DELETE' THEN changed := changed || (to_jsonb(NEW) ->> TG_ARGV[0])::integer; END IF;${
       lock ? `\n     PERFORM pg_advisory_xact_lock(${lock[0]}, ${lock[1]});` : ''
     }
     IF EXISTS (SELECT FROM ${table} here WHERE here.id = ANY(changed) AND (${broken})) THEN
       RAISE EXCEPTION 'a row of ${table} breaks the rule ${constraint}'
         USING ERRCODE = 'check_violation', CONSTRAINT = '${constraint}';
     END IF;
     RETURN NULL;
   END $$`,
  ),
});

const CHECK_VIOLATION = '23514';

/**
 * Validates each CHECK constraint of these rules that was added `NOT VALID` and that no row breaks any more. It locks no
 * reader and no writer.
 *
 * @returns the names of those that rows still break
 */
export async function validateRules(client: Client, rules: readonly DataRule[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name FROM pg_constraint
      WHERE contype = 'c' AND NOT convalidated AND conname = ANY($1)
        AND conrelid IN (SELECT to_regclass(one) FROM unnest($2::text[]) one)`,
    [rules.map(({ constraint }) => constraint), rules.map(({ table }) => table)],
  );
  const broken: string[] = [];
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`).catch((error: { code?: string }) => {
      if (error.code !== CHECK_VIOLATION) throw error;
      broken.push(name);
    });
  }
  return broken;
}
