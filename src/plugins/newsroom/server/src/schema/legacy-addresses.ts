/**
 * Every address of the old portal under which an article was ever public here, so that links to it lead on for as long
 * as this portal stands, also after the article's own field was emptied or the article deleted. Kept by the published
 * rows, like newsroom.addresses, and found by the digest of its key, which may be longer than an index entry.
 */
export const legacyAddresses = [
  `DO $do$ BEGIN
     IF to_regclass('newsroom.legacy_addresses') IS NULL THEN
       CREATE TABLE newsroom.legacy_addresses (
         address_key text NOT NULL,
         locale text NOT NULL,
         document_id text NOT NULL,
         public_from timestamp NOT NULL
       );
       INSERT INTO newsroom.legacy_addresses
         SELECT newsroom.address_key(legacy_url), locale, document_id, published_on FROM articles
          WHERE published_at IS NOT NULL AND legacy_url <> '';
     END IF;
   END $do$`,
  `CREATE UNIQUE INDEX IF NOT EXISTS legacy_addresses_known
     ON newsroom.legacy_addresses (md5(address_key), locale, document_id)`,
  `CREATE INDEX IF NOT EXISTS legacy_addresses_of_document ON newsroom.legacy_addresses (document_id, locale)`,

  `CREATE OR REPLACE FUNCTION newsroom.enter_legacy_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO newsroom.legacy_addresses AS known (address_key, locale, document_id, public_from)
       VALUES (newsroom.address_key(NEW.legacy_url), NEW.locale, NEW.document_id, NEW.published_on)
       ON CONFLICT (md5(address_key), locale, document_id) DO UPDATE
         SET public_from = least(known.public_from, EXCLUDED.public_from);
     RETURN NULL;
   END $$`,

  `CREATE OR REPLACE FUNCTION newsroom.forget_unread_legacy_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.legacy_addresses
      WHERE document_id = OLD.document_id AND locale = OLD.locale AND public_from > newsroom.clock();
     RETURN NULL;
   END $$`,

  `CREATE OR REPLACE TRIGGER enter_legacy_address AFTER INSERT OR UPDATE OF legacy_url, published_on ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.legacy_url <> '')
     EXECUTE FUNCTION newsroom.enter_legacy_address()`,

  `CREATE OR REPLACE TRIGGER forget_unread_legacy_address AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.forget_unread_legacy_address()`,
];
