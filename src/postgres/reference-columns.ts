import type { Definitions } from './versioned-schema';

type ToOneRelation = {
  /** The table of the relation's owner, such as `articles`. */
  table: string;
  /** The relation's attribute, such as `category`: the column is `category_ref`. */
  attribute: string;
  /** The columns of Strapi's link table: `article_id` and `category_id`. */
  from: string;
  to: string;
};

/**
 * Copies to-one relations of Strapi's into real columns beside their link tables, which a step has to create as
 * integers: `articles.category_ref` follows `articles_category_lnk`. Indexes and constraints can then see them.
 * (Strapi's own `useJoinTable: false` would give a column too, but its document service does not translate document ids
 * for it; see docs/adr/0003.)
 *
 * @param schema the plugin's own SQL schema
 */
export function referenceColumns(schema: string, relations: readonly ToOneRelation[]): Definitions {
  const all = relations.map(({ table, attribute, from, to }) => {
    const column = `${attribute}_ref`;
    const name = `sync_${table}_${column}`;
    return {
      function: `CREATE OR REPLACE FUNCTION ${schema}.${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        UPDATE ${table} SET ${column} = NULL WHERE id = OLD.${from} AND ${column} = OLD.${to};
      END IF;
      IF TG_OP <> 'DELETE' THEN
        UPDATE ${table} SET ${column} = NEW.${to} WHERE id = NEW.${from};
      END IF;
      RETURN NULL;
    END $$`,
      trigger: `CREATE OR REPLACE TRIGGER ${name} AFTER INSERT OR UPDATE OR DELETE ON ${table}_${attribute}_lnk
     FOR EACH ROW EXECUTE FUNCTION ${schema}.${name}()`,
    };
  });
  return { functions: all.map((one) => one.function), triggers: all.map((one) => one.trigger) };
}
