/**
 * The spellings of each abbreviation that editors keep, as flat keys (`portal_search.spellings`): the short one, and of
 * the long ones a line each. Queries are read with them, so that a change counts at once.
 */
export const abbreviations = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.record_spellings() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM portal_search.spellings WHERE abbreviation_id = NEW.id;
     INSERT INTO portal_search.spellings (abbreviation_id, key)
       SELECT DISTINCT NEW.id, spelling.key
         FROM unnest(NEW.short || string_to_array(NEW.long_forms, E'\\n')) AS form (written)
        CROSS JOIN LATERAL (SELECT portal_search.flat_key(portal_search.word_key(form.written))) AS spelling (key)
        WHERE spelling.key <> '';
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_spellings AFTER INSERT OR UPDATE OF short, long_forms ON abbreviations
     FOR EACH ROW EXECUTE FUNCTION portal_search.record_spellings()`,
  ],
};
