/**
 * Every slug under which an article was ever published, so that no address is forgotten: what left it is moved or gone,
 * never unknown. `public_from` is when it became, or will become, public there; `left_on` when it left.
 *
 * Kept by triggers on the published rows. (A publish deletes the published row and inserts another.) An article that
 * is taken back before its embargo ends was never public, and leaves no trace.
 */
export const addresses = [
  `CREATE TABLE IF NOT EXISTS newsroom.addresses (
     slug text NOT NULL,
     locale text NOT NULL,
     document_id text NOT NULL,
     public_from timestamp NOT NULL,
     left_on timestamp,
     PRIMARY KEY (slug, locale, document_id)
   )`,
  `CREATE INDEX IF NOT EXISTS addresses_of_document ON newsroom.addresses (document_id, locale)`,

  `CREATE OR REPLACE FUNCTION newsroom.enter_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO newsroom.addresses AS address (slug, locale, document_id, public_from)
       VALUES (NEW.slug, NEW.locale, NEW.document_id, NEW.published_on)
       ON CONFLICT (slug, locale, document_id) DO UPDATE
         SET public_from = least(address.public_from, EXCLUDED.public_from), left_on = NULL;
     UPDATE newsroom.addresses SET left_on = newsroom.clock()
      WHERE document_id = NEW.document_id AND locale = NEW.locale AND slug <> NEW.slug AND left_on IS NULL;
     RETURN NULL;
   END $$`,

  `CREATE OR REPLACE FUNCTION newsroom.leave_address() RETURNS trigger LANGUAGE plpgsql AS $$
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

  // Where an editor moved an article: the present slug of what is, or once was, at the one that was given, on through
  // articles that were moved in their turn.
  `CREATE OR REPLACE FUNCTION newsroom.heir_slug(given text, language text, at timestamp) RETURNS text
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

  `CREATE OR REPLACE TRIGGER enter_address AFTER INSERT OR UPDATE OF slug, published_on ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.slug IS NOT NULL)
     EXECUTE FUNCTION newsroom.enter_address()`,

  `CREATE OR REPLACE TRIGGER leave_address AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.leave_address()`,
];
