const lowered = `translate(lower(normalize(written, NFC) COLLATE "und-x-icu"), 'ð', 'đ')`;
// Decomposed, the new tone style differs from the old by the place of one mark.
const inOldStyle = String.raw`normalize(regexp_replace(normalize(${lowered}, NFD),
       '(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![[:alpha:]\u0300-\u036f])', '\1\3\2', 'g'), NFC)`;

/** The `fieldKey` of src/reports in SQL: what the spellings of a field have in common. */
export const fieldKey = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.field_key(written text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT btrim(regexp_replace(' ' || ${inOldStyle},
       '[^[:alnum:]\\u0300-\\u036f][^[:alnum:]]*', ' ', 'g')) $$`,
  ],
};
