export type SluggedTable = {
  /** The SQL schema that holds the memory and the trigger's functions: the plugin's own. */
  owner: string;
  /** A table with `slug` and `document_id`, one row a document, such as `agencies`. */
  table: string;
};

/**
 * SQL that remembers the slugs that a table's rows left, in `OWNER.former_slugs`: by a change or with the row itself.
 * What left a slug is found by its document id; a slug that it returns to is forgotten.
 */
export function formerSlugs({ owner, table }: SluggedTable): string[] {
  const name = `remember_${table}_slug`;
  return [
    `CREATE TABLE IF NOT EXISTS ${owner}.former_slugs (
       of text NOT NULL,
       slug text NOT NULL,
       document_id text NOT NULL,
       left_on timestamp NOT NULL,
       PRIMARY KEY (of, slug, document_id)
     )`,

    `CREATE OR REPLACE FUNCTION ${owner}.${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO ${owner}.former_slugs (of, slug, document_id, left_on)
        VALUES ('${table}', OLD.slug, OLD.document_id, now() AT TIME ZONE 'UTC')
        ON CONFLICT (of, slug, document_id) DO UPDATE SET left_on = EXCLUDED.left_on;
      IF TG_OP = 'UPDATE' THEN
        DELETE FROM ${owner}.former_slugs
         WHERE of = '${table}' AND slug = NEW.slug AND document_id = NEW.document_id;
      END IF;
      RETURN NULL;
    END $$`,

    `CREATE OR REPLACE TRIGGER ${name} AFTER UPDATE OF slug ON ${table}
     FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION ${owner}.${name}()`,
    `CREATE OR REPLACE TRIGGER ${name}_of_deleted AFTER DELETE ON ${table}
     FOR EACH ROW WHEN (OLD.slug IS NOT NULL) EXECUTE FUNCTION ${owner}.${name}()`,
  ];
}
