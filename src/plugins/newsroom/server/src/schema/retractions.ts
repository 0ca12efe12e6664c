/**
 * What was public and is no longer, so that feeds can announce it as removed. An article that was withdrawn or expired
 * still has its row, whose columns say so (`newsroom.retracted_on`); one that an editor unpublished or deleted has a
 * row in `newsroom.retractions`, with its category and agency. Triggers on the published rows fill the table. A publish
 * deletes the published row and inserts another, which deletes the retraction in the same transaction.
 *
 * The end of a retraction is in `newsroom.returns`, so that feeds show the entry as newer than its announced removal.
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

    // A retraction of this transaction alone is half of a publish, which announces nothing.
    `CREATE OR REPLACE FUNCTION newsroom.delete_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     former timestamp;
   BEGIN
     DELETE FROM newsroom.retractions WHERE document_id = NEW.document_id AND locale = NEW.locale
       RETURNING retracted_on INTO former;
     IF former < newsroom.clock()
        AND newsroom.retracted_on(NEW.published_on, NEW.expires_on, NEW.withdrawn_on, newsroom.clock()) IS NULL THEN
       PERFORM newsroom.record_return(NEW);
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.record_end_of_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF newsroom.retracted_on(OLD.published_on, OLD.expires_on, OLD.withdrawn_on, newsroom.clock()) IS NOT NULL
        AND newsroom.retracted_on(NEW.published_on, NEW.expires_on, NEW.withdrawn_on, newsroom.clock()) IS NULL THEN
       PERFORM newsroom.record_return(NEW);
     END IF;
     RETURN NULL;
   END $$`,

    // Rounded up, as feeds show milliseconds: later than the retraction, which may be of the same one.
    `CREATE OR REPLACE FUNCTION newsroom.record_return(article articles) RETURNS void LANGUAGE sql AS $$
     INSERT INTO newsroom.returns (document_id, locale, returned_on)
       VALUES (article.document_id, article.locale,
         greatest(article.published_on, date_trunc('milliseconds', newsroom.clock()) + interval '1 millisecond'))
       ON CONFLICT (document_id, locale) DO UPDATE SET returned_on = EXCLUDED.returned_on $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_retraction AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.record_retraction()`,
    `CREATE OR REPLACE TRIGGER delete_retraction AFTER INSERT ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.delete_retraction()`,
    `CREATE OR REPLACE TRIGGER record_end_of_retraction AFTER UPDATE OF published_on, expires_on, withdrawn_on ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.record_end_of_retraction()`,
  ],
};
