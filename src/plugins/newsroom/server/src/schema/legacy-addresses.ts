/**
 * Every address of the old portal under which an article was ever public here (`newsroom.legacy_addresses`), so that
 * links to it always work, also after the article's own field was emptied or the article
 * deleted. Triggers on the published rows fill the table, as newsroom.addresses. Found by the digest of its key, which
 * may be longer than an index entry.
 */
export const legacyAddresses = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.record_legacy_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO newsroom.legacy_addresses AS known (address_key, locale, document_id, public_from)
       VALUES (newsroom.address_key(NEW.legacy_url), NEW.locale, NEW.document_id, NEW.published_on)
       ON CONFLICT (md5(address_key), locale, document_id) DO UPDATE
         SET public_from = least(known.public_from, EXCLUDED.public_from);
     RETURN NULL;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.delete_unpublished_legacy_address() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM newsroom.legacy_addresses
      WHERE document_id = OLD.document_id AND locale = OLD.locale AND public_from > newsroom.clock();
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_legacy_address AFTER INSERT OR UPDATE OF legacy_url, published_on ON articles
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.legacy_url <> '')
     EXECUTE FUNCTION newsroom.record_legacy_address()`,

    `CREATE OR REPLACE TRIGGER delete_unpublished_legacy_address AFTER DELETE ON articles
     FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
     EXECUTE FUNCTION newsroom.delete_unpublished_legacy_address()`,
  ],
};
