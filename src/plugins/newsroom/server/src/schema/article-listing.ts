const LINKS = [
  { table: 'articles_agencies_lnk', kind: 'mention' },
  { table: 'articles_officials_lnk', kind: 'official' },
];

const LINK_EVENTS = [
  ['INSERT', 'NEW TABLE AS changed'],
  ['UPDATE', 'OLD TABLE AS former NEW TABLE AS changed'],
  ['DELETE', 'OLD TABLE AS former'],
] as const;

/**
 * The listing index `newsroom.article_listing`: a row for each category, owner, named agency and named official of a
 * published article, in the order of lists, with all columns that decide whether the article is visible. The list of an agency
 * with twenty articles among a million reads these twenty, from one index. The relations' own tables know no order, and
 * given an index of articles by time the planner walks it to its end for a sparse filter (docs/adr/0009).
 *
 * Triggers on the articles and on their links fill the table.
 */
export const articleListing = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.refresh_article_listing(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     -- Two changes of one article take turns: each lists what the other has left.
     PERFORM FROM articles WHERE id = ANY(ids) AND published_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE;
     DELETE FROM newsroom.article_listing WHERE article_id = ANY(ids);
     INSERT INTO newsroom.article_listing
         (kind, ref, locale, published_on, document_id, article_id, expires_on, withdrawn_on)
       SELECT listed.kind, listed.ref, a.locale, a.published_on, a.document_id, a.id, a.expires_on, a.withdrawn_on
         FROM articles a CROSS JOIN LATERAL (
           VALUES ('category', a.category_ref), ('agency', a.agency_ref)
           UNION ALL
           SELECT 'mention', agency_id FROM articles_agencies_lnk WHERE article_id = a.id
           UNION ALL
           SELECT 'official', official_id FROM articles_officials_lnk WHERE article_id = a.id
         ) AS listed (kind, ref)
        WHERE a.id = ANY(ids) AND a.published_at IS NOT NULL AND listed.ref IS NOT NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.list_article() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM newsroom.refresh_article_listing(ARRAY[NEW.id]);
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.list_linked_articles() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN
       PERFORM newsroom.refresh_article_listing(
         ARRAY(SELECT DISTINCT article_id FROM former WHERE article_id IS NOT NULL));
     END IF;
     IF TG_OP <> 'DELETE' THEN
       PERFORM newsroom.refresh_article_listing(
         ARRAY(SELECT DISTINCT article_id FROM changed WHERE article_id IS NOT NULL));
     END IF;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.clear_article_listing() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.article_listing WHERE kind = TG_ARGV[0];
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER list_new_article AFTER INSERT ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION newsroom.list_article()`,
    `CREATE OR REPLACE TRIGGER list_changed_article AFTER UPDATE ON articles
     FOR EACH ROW WHEN (
       (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL) AND
       (OLD.published_at IS NULL, OLD.published_on, OLD.expires_on, OLD.withdrawn_on, OLD.locale, OLD.document_id,
         OLD.category_ref, OLD.agency_ref) IS DISTINCT FROM
       (NEW.published_at IS NULL, NEW.published_on, NEW.expires_on, NEW.withdrawn_on, NEW.locale, NEW.document_id,
         NEW.category_ref, NEW.agency_ref)
     ) EXECUTE FUNCTION newsroom.list_article()`,

    ...LINKS.flatMap(({ table, kind }) => [
      ...LINK_EVENTS.map(
        ([event, rows]) => `CREATE OR REPLACE TRIGGER list_linked_articles_${event.toLowerCase()}
        AFTER ${event} ON ${table} REFERENCING ${rows}
        FOR EACH STATEMENT EXECUTE FUNCTION newsroom.list_linked_articles()`,
      ),
      `CREATE OR REPLACE TRIGGER clear_article_listing AFTER TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION newsroom.clear_article_listing('${kind}')`,
    ]),
  ],
};
