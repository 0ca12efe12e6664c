/**
 * Every slug under which a directive or programme was ever published (`public_record.addresses`), so that a former
 * address answers with a redirect or as gone. `public_from` is when it first was public there, `left_on` when it left, `returned_on` when
 * it became public there after it had been at none. Triggers on the published rows fill the table. (A publish
 * deletes the published row and inserts another, in one transaction.)
 */
export const addresses = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.record_address() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     at timestamp := public_record.clock() AT TIME ZONE 'UTC';
     returned timestamp;
   BEGIN
     -- Rounded up, as feeds show milliseconds: later than its removal, which may be of the same one.
     SELECT CASE WHEN bool_and(left_on < at) THEN date_trunc('milliseconds', at) + interval '1 millisecond' END INTO returned
       FROM public_record.addresses
      WHERE of = TG_TABLE_NAME AND document_id = NEW.document_id AND locale = NEW.locale;
     INSERT INTO public_record.addresses AS address (of, slug, locale, document_id, public_from, returned_on)
       VALUES (TG_TABLE_NAME, NEW.slug, NEW.locale, NEW.document_id, at, returned)
       ON CONFLICT (of, slug, locale, document_id) DO UPDATE
         SET left_on = NULL, returned_on = coalesce(EXCLUDED.returned_on, address.returned_on);
     UPDATE public_record.addresses SET left_on = at
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
