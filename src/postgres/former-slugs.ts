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
