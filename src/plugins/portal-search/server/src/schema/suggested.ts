/** Documents that are looked at where the words of a title are typed, of which the last may be unfinished. */
const MOST_NAMED = 200;

/**
 * What goes on like what was typed, of which the last word may be unfinished. The first name begins so (documents_beginning); or
 * people, agencies and programmes have the words in any order; or a title has them in its middle, of which the newest are
 * looked at (documents_terms). None of them reads more for a larger newsroom.
 */
export const suggested = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.suggested(typed text, language text, at timestamp, most integer)
   RETURNS TABLE (document integer, is_beginning boolean) LANGUAGE plpgsql STABLE AS $$
   DECLARE
     key text := portal_search.flat_key(portal_search.word_key(typed));
     words text[] := (string_to_array(key, ' '))[:16];
     beginning text := left('| ' || key, 100);
     any_language text := '(' || quote_literal(':' || language) || ' | '':*'')';
   BEGIN
     IF key = '' THEN
       RETURN;
     END IF;
     RETURN QUERY
       SELECT known.id, true FROM unnest(ARRAY[language, '*']) AS one
        CROSS JOIN LATERAL (
          SELECT here.id FROM portal_search.documents here
           WHERE here.locale = one AND left(here.flat_names, 100) ~>=~ beginning
             AND left(here.flat_names, 100) ~<~ (beginning || chr(1114111))
             AND newsroom.is_visible(here.public_from, here.public_until, NULL, at)
           ORDER BY here.locale, left(here.flat_names, 100) USING ~<~
           LIMIT most) AS known;
     RETURN QUERY
       SELECT known.id, false FROM portal_search.documents known
        WHERE known.terms @@ (any_language || (
                SELECT string_agg(' & ' || quote_literal('~' || word) || CASE WHEN place = cardinality(words) THEN ':*' ELSE '' END, '')
                  FROM unnest(words) WITH ORDINALITY AS asked (word, place)))::tsquery
          AND newsroom.is_visible(known.public_from, known.public_until, NULL, at)
        LIMIT most;
     RETURN QUERY
       SELECT known.id, false
         FROM portal_search.newest((any_language || ' & ' || portal_search.key_query(
                array_to_string(words[:greatest(1, cardinality(words) - 1)], ' '), '='))::tsquery, at, NULL, NULL, ${MOST_NAMED}) AS one
         JOIN portal_search.documents known ON known.id = one
        WHERE position(' ' || key IN known.flat_names) > 0
        LIMIT most;
   END $$`,
  ],
};
