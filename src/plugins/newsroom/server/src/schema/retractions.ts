/**
 * What was public and is not any more, so that feeds can announce it as removed: rows that still stand tell it by
 * their own columns (`newsroom.retracted_on`), those that an editor unpublished or deleted by `newsroom.retractions`,
 * which keeps where they belonged. Kept by triggers on the published rows. A publish deletes the published row and
 * inserts another, which takes the retraction back in the same transaction.
 */
export const retractions = [
  // Null of what is public, and of what ended before it ever was.
  `CREATE OR REPLACE FUNCTION newsroom.retracted_on(
     published_on timestamp, expires_on timestamp, withdrawn_on timestamp, at timestamp
   ) RETURNS timestamp
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE WHEN published_on < least(expires_on, withdrawn_on) AND least(expires_on, withdrawn_on) <= at
     THEN least(expires_on, withdrawn_on) END`,

  `CREATE TABLE IF NOT EXISTS newsroom.retractions (
     document_id text NOT NULL,
     locale text NOT NULL,
     category_ref integer,
     agency_ref integer,
     retracted_on timestamp NOT NULL,
     PRIMARY KEY (document_id, locale)
   )`,
  `CREATE INDEX IF NOT EXISTS retractions_newest ON newsroom.retractions (locale, retracted_on)`,

  `CREATE OR REPLACE FUNCTION newsroom.remember_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
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
  `CREATE OR REPLACE TRIGGER remember_retraction AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.remember_retraction()`,

  `CREATE OR REPLACE FUNCTION newsroom.take_back_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.retractions WHERE document_id = NEW.document_id AND locale = NEW.locale;
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE TRIGGER take_back_retraction AFTER INSERT ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.take_back_retraction()`,
];
