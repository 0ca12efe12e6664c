/**
 * What all spellings of one address share: path and query without the host and the fragment, percent-decoded, in NFC
 * and small letters, without slashes at the end. The old portal did not tell capitals from small letters, and people
 * copy addresses from browsers that encode them or not. What decodes to no text stays as it is written.
 */
export const addressKey = [
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
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN coalesce(nullif(rtrim(lower(normalize(newsroom.decoded(
     regexp_replace(regexp_replace(address, '^\\s*([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*', ''), '#.*$', '')
   ), NFC) COLLATE "und-x-icu"), '/'), ''), '/')`,
];
