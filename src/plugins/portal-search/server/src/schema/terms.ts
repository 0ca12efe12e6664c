/** Numbers in groups, as `digitsOnlyForms` of src/vietnamese knows them: no dates, no procedure codes. */
export const GROUPED_NUMBER = String.raw`(?<!\d[.,]?)[1-9]\d{0,2}(?:\.\d{3})+(?!\.?\d)`;

/** The pairs of neighbours in an array of words. */
const pairsOf = (words: string): string =>
  `ARRAY(SELECT word || ' ' || next FROM unnest(${words}, ${words}[2:]) AS pair (word, next) WHERE next IS NOT NULL)`;

const digitsOfNumbers = `CASE WHEN written ~ '\\d\\.\\d{3}' THEN ARRAY(
            SELECT replace(number[1], '.', '') FROM regexp_matches(written, '${GROUPED_NUMBER}', 'g') AS number) END`;

/**
 * The terms of a text: its words and its pairs of neighbours, accented and flat, and the digits of numbers in groups, as a
 * `tsvector` without positions. A Vietnamese word is one to three syllables: pairs answer phrases from the index alone, without the
 * text. What is accented in a query agrees with accented terms alone; flat ones are in every text.
 *
 * `marked_terms` puts a mark before each of them, for the terms of a title (`=`), of a summary (`^`) and of a name (`~`, of the
 * types that are few), which stand beside those of the whole. `document_terms` are all of a document's. Only the beginning of a long text is read, since a `tsvector` has at
 * most a megabyte. `flat_terms` are those of `terms` without accents.
 */
export const terms = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.terms(written text) RETURNS tsvector
   LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     key text := portal_search.word_key(written);
     exact text[] := string_to_array(key, ' ');
     flat text[] := array_remove(string_to_array(portal_search.flat_key(key), ' '), '');
   BEGIN
     RETURN array_to_tsvector(exact || flat
       || ${pairsOf('exact')}
       || ${pairsOf('flat')}
       || ${digitsOfNumbers});
   END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.flat_terms(written text) RETURNS tsvector
   LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     flat text[] := array_remove(string_to_array(portal_search.flat_key(portal_search.word_key(written)), ' '), '');
   BEGIN
     RETURN array_to_tsvector(flat
       || ${pairsOf('flat')}
       || ${digitsOfNumbers});
   END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.marked_terms(mark text, all_terms tsvector) RETURNS tsvector
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT array_to_tsvector(ARRAY(SELECT mark || term FROM unnest(tsvector_to_array(all_terms)) AS term)) $$`,

    `CREATE OR REPLACE FUNCTION portal_search.document_terms(
     names text[], summary text, body text, properties text[], is_named boolean
   ) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT in_names || portal_search.marked_terms('=', in_names)
            || in_summary || portal_search.marked_terms('^', in_summary)
            || portal_search.terms(left(coalesce(body, ''), 50000)) || array_to_tsvector(properties)
            || CASE WHEN is_named THEN portal_search.marked_terms('~', in_names) ELSE '' END
       FROM portal_search.terms(left(array_to_string(names, ' . '), 2000)) AS in_names,
            portal_search.terms(left(coalesce(summary, ''), 5000)) AS in_summary $$`,
  ],
};
