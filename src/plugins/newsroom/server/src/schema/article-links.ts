/**
 * The addresses to which a body links (`newsroom.article_links`), as they stand in it, in its order: what an article
 * refers to is then found without reading its body. A trigger fills the table, for drafts and published rows alike.
 */
export const articleLinks = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.links_of(html text) RETURNS TABLE (href text, place bigint)
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT replace(found[1], '&amp;', '&'), min(links.place)
       FROM regexp_matches(html, '<a href="([^"#][^"]*)"', 'g') WITH ORDINALITY AS links (found, place)
      WHERE length(found[1]) <= 2000
      GROUP BY 1 $$`,

    `CREATE OR REPLACE FUNCTION newsroom.record_article_links() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'UPDATE' THEN
       DELETE FROM newsroom.article_links WHERE article_id = NEW.id;
     END IF;
     INSERT INTO newsroom.article_links (article_id, place, href)
       SELECT NEW.id, place, href FROM newsroom.links_of(NEW.body_html);
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_new_article_links AFTER INSERT ON articles
     FOR EACH ROW WHEN (position('<a href=' IN NEW.body_html) > 0) EXECUTE FUNCTION newsroom.record_article_links()`,
    `CREATE OR REPLACE TRIGGER record_changed_article_links AFTER UPDATE OF body_html ON articles
     FOR EACH ROW WHEN (OLD.body_html IS DISTINCT FROM NEW.body_html)
     EXECUTE FUNCTION newsroom.record_article_links()`,
  ],
};

/** A step: the links of the articles that are there. */
export const createArticleLinks = `
  CREATE TABLE newsroom.article_links (
    article_id integer NOT NULL REFERENCES articles ON DELETE CASCADE,
    place integer NOT NULL,
    href text NOT NULL,
    PRIMARY KEY (article_id, place)
  );
  INSERT INTO newsroom.article_links (article_id, place, href)
    SELECT article.id, link.place, link.href
      FROM articles article CROSS JOIN LATERAL newsroom.links_of(article.body_html) link
     WHERE position('<a href=' IN article.body_html) > 0`;
