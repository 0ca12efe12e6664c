/**
 * An article published without a time of its own gets the database's clock, whichever way it was written, and its
 * draft gets the same, so that the next publish keeps it. Milliseconds, as Strapi reads and writes them back.
 */
export const firstPublication = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.set_first_publication() RETURNS trigger
   LANGUAGE plpgsql AS $$
   BEGIN
     NEW.published_on := date_trunc('milliseconds', newsroom.clock());
     UPDATE articles SET published_on = NEW.published_on
       WHERE document_id = NEW.document_id AND locale = NEW.locale AND published_at IS NULL;
     RETURN NEW;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER set_first_publication
     BEFORE INSERT OR UPDATE ON articles FOR EACH ROW
     WHEN (NEW.published_at IS NOT NULL AND NEW.published_on IS NULL)
     EXECUTE FUNCTION newsroom.set_first_publication()`,
  ],
};
