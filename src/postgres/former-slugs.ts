import type { Definitions } from './versioned-schema';

/**
 * Records the slugs that rows left, by a change or by their deletion, in `SCHEMA.former_slugs`, which a step has to
 * create: `of` (the table), `slug`, `document_id`, `left_on` (UTC), the first three its primary key. The document that
 * left a slug is found by its id; a slug that it returns to is deleted.
 *
 * @param schema the plugin's own SQL schema
 * @param tables tables with `slug` and `document_id`, and one row per document, or per document and language
 */
export const formerSlugs = (schema: string, tables: readonly string[]): Definitions => ({
  functions: [
    `CREATE OR REPLACE FUNCTION ${schema}.record_former_slug() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO ${schema}.former_slugs (of, slug, document_id, left_on)
        VALUES (TG_TABLE_NAME, OLD.slug, OLD.document_id, now() AT TIME ZONE 'UTC')
        ON CONFLICT (of, slug, document_id) DO UPDATE SET left_on = EXCLUDED.left_on;
      IF TG_OP = 'UPDATE' THEN
        DELETE FROM ${schema}.former_slugs
         WHERE of = TG_TABLE_NAME AND slug = NEW.slug AND document_id = NEW.document_id;
      END IF;
      RETURN NULL;
    END $$`,
  ],
  triggers: tables.flatMap((table) => [
    `CREATE OR REPLACE TRIGGER record_former_slug AFTER UPDATE OF slug ON ${table}
     FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION ${schema}.record_former_slug()`,
    `CREATE OR REPLACE TRIGGER record_slug_of_deleted AFTER DELETE ON ${table}
     FOR EACH ROW WHEN (OLD.slug IS NOT NULL) EXECUTE FUNCTION ${schema}.record_former_slug()`,
  ]),
});

/**
 * A SELECT of the row (`id`, `document_id`, `slug`) that a name stands for: the one that has it as its slug, else that which
 * left it last, else that with the document id; no row where nothing has it. Found by the indexes of slugs and document
 * ids and the primary key of former_slugs.
 *
 * @param schema the SQL schema whose `former_slugs` has the table's
 * @param name an SQL expression
 */
export const rowOfName = (schema: string, table: string, name: string): string => `
  SELECT id, document_id, slug FROM (
    SELECT 1 AS standing, NULL::timestamp AS left_on, id, document_id, slug FROM ${table} WHERE slug = ${name}
    UNION ALL
    SELECT 2, former.left_on, here.id, here.document_id, here.slug
      FROM ${schema}.former_slugs former JOIN ${table} here ON here.document_id = former.document_id
     WHERE former.of = '${table}' AND former.slug = ${name}
    UNION ALL
    SELECT 3, NULL, id, document_id, slug FROM ${table} WHERE document_id = ${name}
  ) known
   ORDER BY standing, left_on DESC
   LIMIT 1`;
