/**
 * The normal form of an address: path and query without the host, the fragment and tracking parameters (utm_…, fbclid),
 * percent-decoded, in NFC and lower case, without trailing slashes of the path. The old portal ignored case, and people
 * copy addresses from browsers that encode them or not. An address whose bytes are not text stays encoded. Indexes are made of
 * it: the parameters are those of release 0.1.0, and what asks takes out more (`src/body/link-address.ts`).
 */
export const addressKey = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.decoded(encoded text) RETURNS text
   LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
   BEGIN
     RETURN (
       SELECT convert_from(string_agg(CASE WHEN piece[1] ~ '^%..' THEN decode(substr(piece[1], 2), 'hex')
                ELSE convert_to(piece[1], 'UTF8') END, ''::bytea ORDER BY place), 'UTF8')
         FROM regexp_matches(encoded, '%[0-9A-Fa-f]{2}|[^%]+|%', 'g') WITH ORDINALITY AS pieces (piece, place));
   EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
     RETURN encoded;
   END $$`,

    `CREATE OR REPLACE FUNCTION newsroom.address_key(address text) RETURNS text
   LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
   DECLARE
     bare text := regexp_replace(
       regexp_replace(address, '^\\s*([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*', ''), '#.*$', '');
     path text := split_part(bare, '?', 1);
     query text := ltrim(regexp_replace('&' || substr(bare, length(path) + 2),
       '&(utm_[^=&]*|fbclid|gclid|zarsrc)(=[^&]*)?(?=&|$)', '', 'gi'), '&');
   BEGIN
     RETURN lower(normalize(newsroom.decoded(coalesce(nullif(rtrim(path, '/'), ''), '/')
       || CASE WHEN query = '' THEN '' ELSE '?' || query END), NFC) COLLATE "und-x-icu");
   END $$`,
  ],
};
