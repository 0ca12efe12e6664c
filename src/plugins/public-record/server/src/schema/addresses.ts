/**
 * Every slug under which a directive or programme was ever published (`public_record.addresses`), so that a former address answers
 * with a redirect or as gone. `public_from` is when it first was public there, `left_on` when it left. Triggers on the
 * published rows fill the table. (A publish deletes the published row and inserts another.)
 */
export const addresses = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.record_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO public_record.addresses (of, slug, locale, document_id, public_from)
       VALUES (TG_TABLE_NAME, NEW.slug, NEW.locale, NEW.document_id, public_record.clock() AT TIME ZONE 'UTC')
       ON CONFLICT (of, slug, locale, document_id) DO UPDATE SET left_on = NULL;
     UPDATE public_record.addresses SET left_on = public_record.clock() AT TIME ZONE 'UTC'
      WHERE of = TG_TABLE_NAME AND document_id = NEW.document_id AND locale = NEW.locale AND slug <> NEW.slug
        AND left_on IS NULL;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION public_record.close_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE public_record.addresses SET left_on = public_record.clock() AT TIME ZONE 'UTC'
      WHERE of = TG_TABLE_NAME AND document_id = OLD.document_id AND locale = OLD.locale AND slug = OLD.slug;
     RETURN NULL;
   END $$`,
  ],

  triggers: ['directives', 'programmes'].flatMap((table) => [
    `CREATE OR REPLACE TRIGGER record_address AFTER INSERT OR UPDATE OF slug ON ${table}
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.slug IS NOT NULL)
     EXECUTE FUNCTION public_record.record_address()`,
    `CREATE OR REPLACE TRIGGER close_address AFTER DELETE ON ${table}
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION public_record.close_address()`,
  ]),
};
