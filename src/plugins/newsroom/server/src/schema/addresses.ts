/**
 * Every slug under which an article was ever published (`newsroom.addresses`), so that a former address answers with a
 * redirect or as gone. `public_from` is when the article became, or will become, public there; `left_on` when it left.
 *
 * Triggers on the published rows fill the table. (A publish deletes the published row and inserts another.) An article
 * that is unpublished before its embargo ends was never public, and its rows are deleted.
 */
export const addresses = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.record_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO newsroom.addresses AS address (slug, locale, document_id, public_from)
       VALUES (NEW.slug, NEW.locale, NEW.document_id, NEW.published_on)
       ON CONFLICT (slug, locale, document_id) DO UPDATE
         SET public_from = least(address.public_from, EXCLUDED.public_from), left_on = NULL;
     UPDATE newsroom.addresses SET left_on = newsroom.clock()
      WHERE document_id = NEW.document_id AND locale = NEW.locale AND slug <> NEW.slug AND left_on IS NULL;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.close_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.addresses
      WHERE document_id = OLD.document_id AND locale = OLD.locale AND public_from > newsroom.clock();
     UPDATE newsroom.addresses SET left_on = newsroom.clock()
      WHERE document_id = OLD.document_id AND locale = OLD.locale AND slug = OLD.slug;
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.document_at(asked text, language text) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT document_id FROM newsroom.addresses WHERE slug = asked AND locale = language
      ORDER BY left_on DESC NULLS FIRST, public_from DESC LIMIT 1 $$`,

    // The slug of the visible article that an editor moved another one to, given the present or a former slug of the
    // target; the target may have been moved in its turn.
    `CREATE OR REPLACE FUNCTION newsroom.successor_slug(given text, language text, at timestamp) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE line AS (
       SELECT newsroom.document_at(given, language) AS document_id, 1 AS steps
       UNION ALL
       SELECT newsroom.document_at(a.moved_to, a.locale), steps + 1
         FROM line JOIN articles a
           ON a.document_id = line.document_id AND a.locale = language AND a.published_at IS NOT NULL
        WHERE a.withdrawn_on <= at AND a.withdrawal_outcome = 'moved' AND steps < 8
     )
     SELECT here.slug FROM line JOIN articles here ON here.document_id = line.document_id AND here.locale = language
      WHERE newsroom.is_visible(here.published_at, here.published_on, here.expires_on, here.withdrawn_on, at)
      ORDER BY steps LIMIT 1 $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_address AFTER INSERT OR UPDATE OF slug, published_on ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.slug IS NOT NULL)
     EXECUTE FUNCTION newsroom.record_address()`,

    `CREATE OR REPLACE TRIGGER close_address AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.close_address()`,
  ],
};
