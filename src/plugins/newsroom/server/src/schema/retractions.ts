/**
 * What was public and is no longer, so that feeds can announce it as removed. An article that was withdrawn or expired
 * still has its row, whose columns say so (`newsroom.retracted_on`); one that an editor unpublished or deleted has a
 * row in `newsroom.retractions`, with its category and agency. Triggers on the published rows fill the table. A publish
 * deletes the published row and inserts another, which deletes the retraction in the same transaction.
 */
export const retractions = {
  functions: [
    // Null while the article is public, and where it ended before it ever was.
    `CREATE OR REPLACE FUNCTION newsroom.retracted_on(
     published_on timestamp, expires_on timestamp, withdrawn_on timestamp, at timestamp
   ) RETURNS timestamp
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE WHEN published_on < least(expires_on, withdrawn_on) AND least(expires_on, withdrawn_on) <= at
     THEN least(expires_on, withdrawn_on) END`,

    `CREATE OR REPLACE FUNCTION newsroom.record_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.published_on < least(OLD.expires_on, OLD.withdrawn_on, newsroom.clock()) THEN
       INSERT INTO newsroom.retractions (document_id, locale, category_ref, agency_ref, retracted_on)
         VALUES (OLD.document_id, OLD.locale, OLD.category_ref, OLD.agency_ref,
           least(OLD.expires_on, OLD.withdrawn_on, newsroom.clock()))
         ON CONFLICT (document_id, locale) DO UPDATE
           SET category_ref = EXCLUDED.category_ref, agency_ref = EXCLUDED.agency_ref,
               retracted_on = EXCLUDED.retracted_on;
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.delete_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.retractions WHERE document_id = NEW.document_id AND locale = NEW.locale;
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_retraction AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.record_retraction()`,
    `CREATE OR REPLACE TRIGGER delete_retraction AFTER INSERT ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.delete_retraction()`,
  ],
};
