/**
 * A number has one canonical form in all rows of its document. Strapi copies the number to a new language and to the
 * other ones, but no attribute that no form shows: the canonical form follows the number by this trigger.
 */
export const canonicalNumber = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.share_canonical_number() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.canonical_number := coalesce(
       (SELECT here.canonical_number FROM directives here
         WHERE here.document_id = NEW.document_id AND here.number = NEW.number AND here.canonical_number IS NOT NULL
         LIMIT 1),
       NEW.canonical_number);
     RETURN NEW;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER share_new_canonical_number BEFORE INSERT ON directives
     FOR EACH ROW WHEN (NEW.number IS NOT NULL AND NEW.canonical_number IS NULL)
     EXECUTE FUNCTION public_record.share_canonical_number()`,
    `CREATE OR REPLACE TRIGGER share_changed_canonical_number BEFORE UPDATE OF number ON directives
     FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number
       AND OLD.canonical_number IS NOT DISTINCT FROM NEW.canonical_number)
     EXECUTE FUNCTION public_record.share_canonical_number()`,
  ],
};
