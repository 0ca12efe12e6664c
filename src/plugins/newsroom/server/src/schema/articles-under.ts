/**
 * What each published article is filed under (its category, its owner, the agencies and the officials that it names),
 * in the order of lists, with all that tells whether it is visible: so that the list of an agency with twenty articles
 * among a million reads these twenty, from one index. The relations' own tables know no order, and given an index of
 * articles by time the planner walks it to its end for whatever has few.
 *
 * Kept by triggers on the articles and on their links.
 */
export const articlesUnder = [
  // plpgsql, since the table that it fills is made below.
  `CREATE OR REPLACE FUNCTION newsroom.file_articles(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     -- Two changes of one article take turns: each files what the other has left.
     PERFORM FROM articles WHERE id = ANY(ids) AND published_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE;
     DELETE FROM newsroom.articles_under WHERE article_id = ANY(ids);
     INSERT INTO newsroom.articles_under
         (kind, ref, locale, published_on, document_id, article_id, expires_on, withdrawn_on)
       SELECT filed.kind, filed.ref, a.locale, a.published_on, a.document_id, a.id, a.expires_on, a.withdrawn_on
         FROM articles a CROSS JOIN LATERAL (
           VALUES ('category', a.category_ref), ('agency', a.agency_ref)
           UNION ALL
           SELECT 'mention', agency_id FROM articles_agencies_lnk WHERE article_id = a.id
           UNION ALL
           SELECT 'official', official_id FROM articles_officials_lnk WHERE article_id = a.id
         ) AS filed (kind, ref)
        WHERE a.id = ANY(ids) AND a.published_at IS NOT NULL AND filed.ref IS NOT NULL;
   END $$`,

  `DO $do$ BEGIN
     IF to_regclass('newsroom.articles_under') IS NULL THEN
       -- Until the triggers are there: what is linked meanwhile would not be filed.
       LOCK TABLE articles, articles_agencies_lnk, articles_officials_lnk IN SHARE ROW EXCLUSIVE MODE;
       CREATE TABLE newsroom.articles_under (
         kind text NOT NULL CHECK (kind IN ('category', 'agency', 'mention', 'official')),
         ref integer NOT NULL,
         locale text NOT NULL,
         published_on timestamp NOT NULL,
         document_id text NOT NULL,
         article_id integer NOT NULL REFERENCES articles ON DELETE CASCADE,
         expires_on timestamp,
         withdrawn_on timestamp,
         CONSTRAINT articles_under_in_order PRIMARY KEY (kind, ref, locale, published_on, document_id)
           INCLUDE (article_id, expires_on, withdrawn_on)
       );
       CREATE INDEX articles_under_of_article ON newsroom.articles_under (article_id);
       PERFORM newsroom.file_articles(ARRAY(SELECT id FROM articles WHERE published_at IS NOT NULL));
     END IF;
   END $do$`,

  `CREATE OR REPLACE FUNCTION newsroom.file_article() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM newsroom.file_articles(ARRAY[NEW.id]);
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE TRIGGER file_new_article AFTER INSERT ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION newsroom.file_article()`,
  `CREATE OR REPLACE TRIGGER file_changed_article AFTER UPDATE ON articles
     FOR EACH ROW WHEN (
       (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL) AND
       (OLD.published_at IS NULL, OLD.published_on, OLD.expires_on, OLD.withdrawn_on, OLD.locale, OLD.document_id,
         OLD.category_ref, OLD.agency_ref) IS DISTINCT FROM
       (NEW.published_at IS NULL, NEW.published_on, NEW.expires_on, NEW.withdrawn_on, NEW.locale, NEW.document_id,
         NEW.category_ref, NEW.agency_ref)
     ) EXECUTE FUNCTION newsroom.file_article()`,

  `CREATE OR REPLACE FUNCTION newsroom.file_linked_articles() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN
       PERFORM newsroom.file_articles(ARRAY(SELECT DISTINCT article_id FROM former WHERE article_id IS NOT NULL));
     END IF;
     IF TG_OP <> 'DELETE' THEN
       PERFORM newsroom.file_articles(ARRAY(SELECT DISTINCT article_id FROM changed WHERE article_id IS NOT NULL));
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE FUNCTION newsroom.file_nothing_linked() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.articles_under WHERE kind = TG_ARGV[0];
     RETURN NULL;
   END $$`,
  ...[
    { link: 'articles_agencies_lnk', kind: 'mention' },
    { link: 'articles_officials_lnk', kind: 'official' },
  ].flatMap(({ link, kind }) => [
    ...[
      ['INSERT', 'NEW TABLE AS changed'],
      ['UPDATE', 'OLD TABLE AS former NEW TABLE AS changed'],
      ['DELETE', 'OLD TABLE AS former'],
    ].map(
      ([event = '', rows]) => `CREATE OR REPLACE TRIGGER file_linked_articles_${event.toLowerCase()}
        AFTER ${event} ON ${link} REFERENCING ${rows}
        FOR EACH STATEMENT EXECUTE FUNCTION newsroom.file_linked_articles()`,
    ),
    `CREATE OR REPLACE TRIGGER file_nothing_linked AFTER TRUNCATE ON ${link}
       FOR EACH STATEMENT EXECUTE FUNCTION newsroom.file_nothing_linked('${kind}')`,
  ]),
];
