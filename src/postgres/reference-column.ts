export type ToOneRelation = {
  /** The SQL schema that holds the trigger's function: the plugin's own. */
  owner: string;
  /** The table whose rows point, such as `articles`. */
  table: string;
  /** The relation's attribute, such as `category`: the column becomes `category_ref`. */
  attribute: string;
  /** The columns of Strapi's link table, such as `article_id` and `category_id`. */
  from: string;
  to: string;
};

/**
 * SQL that keeps a to-one relation of Strapi's as a real column beside its link table: `articles.category_ref` follows
 * `articles_category_lnk`. Indexes and constraints can then see it. (Strapi's own `useJoinTable: false` would give a
 * column too, but its document service does not translate document ids for it; see docs/adr/0003.)
 *
 * The rows of a table that had no such column yet are filled once.
 */
export function referenceColumn({ owner, table, attribute, from, to }: ToOneRelation): string[] {
  const link = `${table}_${attribute}_lnk`;
  const column = `${attribute}_ref`;
  const name = `keep_${table}_${column}`;
  return [
    `DO $do$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_attribute
                      WHERE attrelid = '${table}'::regclass AND attname = '${column}' AND NOT attisdropped) THEN
        ALTER TABLE ${table} ADD COLUMN ${column} integer;
        UPDATE ${table} SET ${column} = link.${to} FROM ${link} link WHERE link.${from} = ${table}.id;
      END IF;
    END $do$`,

    `CREATE OR REPLACE FUNCTION ${owner}.${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        UPDATE ${table} SET ${column} = NULL WHERE id = OLD.${from} AND ${column} = OLD.${to};
      END IF;
      IF TG_OP <> 'DELETE' THEN
        UPDATE ${table} SET ${column} = NEW.${to} WHERE id = NEW.${from};
      END IF;
      RETURN NULL;
    END $$`,

    `CREATE OR REPLACE TRIGGER ${name} AFTER INSERT OR UPDATE OR DELETE ON ${link}
     FOR EACH ROW EXECUTE FUNCTION ${owner}.${name}()`,
  ];
}
