import { isFrequent } from './newest';

/** Documents that are looked at where the words before an unfinished one are in many titles. */
const MOST_NAMED = 200;

/** Spellings of what was typed that are looked for, its own first. */
const MOST_SPELLINGS = 4;

/**
 * `suggestions`: what goes on like what was typed, of which the last word may be unfinished. The first name begins so
 * (documents_beginning); or people, agencies and programmes have the words in any order; or a title has them in its middle
 * (documents_terms), unless `enough` names begin so. The newest titles that have all of it as whole words come first; where these are
 * not enough, those that have the words before the last one, which goes on in any way: where these words are in few titles, the
 * index knows the ways, otherwise the newest are looked at. They read no more for a larger newsroom, but for titles that
 * begin with the same hundred characters, and for the ways of a last word that is a letter or two.
 *
 * `newest_named`: of the newest titles with a part, those that have the key from the beginning of a word on.
 *
 * `spellings_of`: what was typed as flat keys: itself, and with the other forms of abbreviations.
 */
export const suggested = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.spellings_of(typed text) RETURNS text[]
   LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     keys text[] := ARRAY[''];
     segment jsonb;
   BEGIN
     FOR segment IN SELECT jsonb_array_elements(portal_search.query_segments(typed)) LOOP
       keys := ARRAY(
         SELECT btrim(begun.key || ' ' || spelling.key)
           FROM unnest(keys) WITH ORDINALITY AS begun (key, place)
          CROSS JOIN jsonb_array_elements_text(segment) WITH ORDINALITY AS spelling (key, place)
          ORDER BY begun.place + spelling.place, begun.place
          LIMIT ${MOST_SPELLINGS});
     END LOOP;
     RETURN keys;
   END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.newest_named(
     part tsquery, weekly float8[], key text, at timestamp, looked_at integer, most integer
   ) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
     SELECT known.id
       FROM portal_search.newest_having(part, weekly, at, NULL, NULL, looked_at) AS one
       JOIN portal_search.documents known ON known.id = one
      WHERE position(' ' || key IN known.flat_names) > 0
      ORDER BY known.day DESC, known.document_id
      LIMIT most $$`,

    `CREATE OR REPLACE FUNCTION portal_search.suggestions(typed text, language text, at timestamp, most integer, enough integer)
   RETURNS TABLE (document integer, is_beginning boolean) LANGUAGE plpgsql STABLE AS $$
   DECLARE
     key text;
     words text[];
     beginning text;
     beginning_rows integer;
     whole_rows integer;
     in_titles tsquery;
     weekly float8[];
     of_language text := portal_search.in_language(language);
   BEGIN
     FOREACH key IN ARRAY portal_search.spellings_of(typed) LOOP
       CONTINUE WHEN key = '';
       words := (string_to_array(key, ' '))[:16];
       beginning := left('| ' || key, 100);
       RETURN QUERY
         SELECT known.id, true FROM unnest(ARRAY[language, '*']) AS one
          CROSS JOIN LATERAL (
            SELECT here.id FROM portal_search.documents here
             WHERE here.locale = one AND left(here.flat_names, 100) ~>=~ beginning
               AND left(here.flat_names, 100) ~<~ (beginning || chr(1114111))
               AND newsroom.is_visible(here.public_from, here.public_until, NULL, at)
             ORDER BY here.locale, left(here.flat_names, 100) USING ~<~, here.document_id
             LIMIT most) AS known;
       GET DIAGNOSTICS beginning_rows = ROW_COUNT;
       RETURN QUERY
         SELECT known.id, false FROM portal_search.documents known
          WHERE known.terms @@ (of_language || (
                  SELECT string_agg(' & ' || quote_literal('~' || word) || CASE WHEN place = cardinality(words) THEN ':*' ELSE '' END, '')
                    FROM unnest(words) WITH ORDINALITY AS asked (word, place)))::tsquery
            AND newsroom.is_visible(known.public_from, known.public_until, NULL, at)
          ORDER BY known.flat_names, known.document_id
          LIMIT most;
       CONTINUE WHEN beginning_rows >= enough;
       in_titles := (of_language || ' & ' || portal_search.key_query(array_to_string(words, ' '), '='))::tsquery;
       RETURN QUERY
         SELECT one, false
           FROM portal_search.newest_named(in_titles, portal_search.weekly(in_titles, most), key, at, most, most) AS one;
       GET DIAGNOSTICS whole_rows = ROW_COUNT;
       CONTINUE WHEN whole_rows >= enough OR cardinality(words) = 1;
       in_titles := (of_language || ' & ' || portal_search.key_query(array_to_string(words[:cardinality(words) - 1], ' '), '='))::tsquery;
       weekly := portal_search.weekly(in_titles, ${MOST_NAMED});
       IF ${isFrequent} THEN
         RETURN QUERY SELECT one, false FROM portal_search.newest_named(in_titles, weekly, key, at, ${MOST_NAMED}, most) AS one;
       ELSE
         in_titles := in_titles && (quote_literal('=' || array_to_string(words[cardinality(words) - 1:], ' ')) || ':*')::tsquery;
         RETURN QUERY SELECT one, false FROM portal_search.newest_named(in_titles, weekly, key, at, most, most) AS one;
       END IF;
     END LOOP;
   END $$`,
  ],
};
