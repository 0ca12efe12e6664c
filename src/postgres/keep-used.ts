/** A table, and the link tables of Strapi's relations that lead to its rows, each with the column that does so. */
type UsedTable = { table: string; links: Readonly<Record<string, string>> };

/**
 * Keeps a row from being deleted while relations lead to it: Strapi's foreign keys delete the links with it, and what had
 * the relation then has none. The error names the constraint `TABLE_in_use`.
 *
 * @param schema the SQL schema of the plugin that owns these links
 */
export const keepUsed = (
  schema: string,
  tables: readonly UsedTable[],
): { functions: string[]; triggers: string[] } => ({
  functions: tables.map(
    ({
      table,
      links,
    }) => `CREATE OR REPLACE FUNCTION ${schema}.keep_used_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF ${Object.entries(links)
       .map(([link, column]) => `EXISTS (SELECT FROM ${link} WHERE ${column} = OLD.id)`)
       .join('\n       OR ')} THEN
       RAISE EXCEPTION 'a row of ${table} is in use' USING ERRCODE = 'check_violation', CONSTRAINT = '${table}_in_use';
     END IF;
     RETURN OLD;
   END $$`,
  ),
  triggers: tables.map(
    ({ table }) => `CREATE OR REPLACE TRIGGER keep_used_by_${schema} BEFORE DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${schema}.keep_used_${table}()`,
  ),
});
