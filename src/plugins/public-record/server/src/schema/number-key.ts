/**
 * The form of a document's number under which people find it: `58-NQ/TW`, `58 NQ/TW`, `Số: 58–nq/tw` are one, and so are
 * Đ, Ð and D, and a number with or without leading zeros. ĐA and DA become one: a filter may show both.
 */
export const numberKey = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.number_key(number text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT regexp_replace(
       btrim(regexp_replace(
         regexp_replace(
           translate(lower(normalize(number, NFC) COLLATE "und-x-icu"), 'đð', 'dd'),
           '^\\s*s[ốo]\\s*[:.]?\\s*(?=\\d)', ''),
         '[^[:alnum:]]+', ' ', 'g')),
       '^0+(?=\\d)', '') $$`,
  ],
};
