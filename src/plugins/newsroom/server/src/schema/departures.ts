/**
 * What left a feed and stays public: an article that was put into another category or given to another agency, a category
 * that was moved from under another, a list whose rule was changed. Feeds count such an instant as a change of
 * themselves, so that their own time does not go back to that of the entries which remain.
 *
 * A publish deletes the published row and inserts another, whose relations are set afterwards: what an article left is
 * seen at the end of the transaction.
 */
export const departures = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.record_departure() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     here articles;
   BEGIN
     IF OLD.published_on >= least(OLD.expires_on, OLD.withdrawn_on, newsroom.clock()) THEN
       RETURN NULL;
     END IF;
     SELECT * INTO here FROM articles
      WHERE document_id = OLD.document_id AND locale = OLD.locale AND published_at IS NOT NULL;
     IF FOUND AND (here.category_ref, here.agency_ref) IS DISTINCT FROM (OLD.category_ref, OLD.agency_ref) THEN
       INSERT INTO newsroom.departures (locale, category_ref, agency_ref, to_category_ref, to_agency_ref, left_on)
         VALUES (OLD.locale, coalesce(OLD.category_ref, 0), coalesce(OLD.agency_ref, 0), coalesce(here.category_ref, 0),
           coalesce(here.agency_ref, 0), newsroom.clock())
         ON CONFLICT (locale, category_ref, agency_ref, to_category_ref, to_agency_ref) DO UPDATE
           SET left_on = EXCLUDED.left_on;
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.record_narrowed_category() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO newsroom.narrowed_categories (category_ref, narrowed_on) VALUES (OLD.parent_ref, newsroom.clock())
       ON CONFLICT (category_ref) DO UPDATE SET narrowed_on = EXCLUDED.narrowed_on;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.record_changed_rule() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.rule_changed_on = newsroom.clock();
     RETURN NEW;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_narrowed_category AFTER UPDATE OF parent_ref ON categories
     FOR EACH ROW WHEN (OLD.parent_ref IS NOT NULL AND NEW.parent_ref IS DISTINCT FROM OLD.parent_ref)
     EXECUTE FUNCTION newsroom.record_narrowed_category()`,
    `CREATE OR REPLACE TRIGGER record_changed_rule BEFORE UPDATE OF category_ref, agency_ref ON latest_news_lists
     FOR EACH ROW WHEN (
       (OLD.category_ref, OLD.agency_ref) IS DISTINCT FROM (NEW.category_ref, NEW.agency_ref)
     ) EXECUTE FUNCTION newsroom.record_changed_rule()`,
  ],
};

/** Without a category or an agency, `departures` has 0, since a key knows no null. */
export const keepDepartures = `
  CREATE TABLE newsroom.departures (
    locale text NOT NULL,
    category_ref integer NOT NULL,
    agency_ref integer NOT NULL,
    to_category_ref integer NOT NULL,
    to_agency_ref integer NOT NULL,
    left_on timestamp NOT NULL,
    PRIMARY KEY (locale, category_ref, agency_ref, to_category_ref, to_agency_ref)
  );
  CREATE TABLE newsroom.narrowed_categories (
    category_ref integer PRIMARY KEY,
    narrowed_on timestamp NOT NULL
  );
  ALTER TABLE latest_news_lists ADD COLUMN rule_changed_on timestamp;

  CREATE CONSTRAINT TRIGGER record_departure AFTER DELETE ON articles DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION newsroom.record_departure();
  CREATE CONSTRAINT TRIGGER record_change_of_place AFTER UPDATE OF category_ref, agency_ref ON articles
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
      OLD.published_at IS NOT NULL AND (
        OLD.category_ref IS NOT NULL AND NEW.category_ref IS DISTINCT FROM OLD.category_ref OR
        OLD.agency_ref IS NOT NULL AND NEW.agency_ref IS DISTINCT FROM OLD.agency_ref)
    ) EXECUTE FUNCTION newsroom.record_departure()`;
