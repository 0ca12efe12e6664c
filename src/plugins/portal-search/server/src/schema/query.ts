import { GROUPED_NUMBER } from './terms';

/** Words of a query that count. */
const MOST_WORDS = 32;
/** Words of the longest spelling of an abbreviation. */
const LONGEST_SPELLING = 12;
/** Other spellings of a part of a query that count. */
const MOST_SPELLINGS = 8;

/** A Vietnamese syllable without accents. */
const SYLLABLE = '^(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$';
const LONGEST_SYLLABLE = 7;
/** Syllables that people type as one word: `nghison`, `chuyendoiso`, `giaiphongmatbang`. */
const MOST_JOINED = 4;
/** What stands before an apostrophe in names of the highlands, which are typed without it: D’Ran, Ea H’leo. */
const APART = '[dhkm]';

const DAY = '([12]?[0-9]|3[01])';
const MONTH = '(1[0-2]|[1-9])';
const YEAR = '((?:19|20)[0-9]{2})';
/** How the key of a date in one form is written in the other: `15/3/2026` and `15 tháng 3 năm 2026`, of a month alike. */
const DATES = [
  [`^${DAY} ${MONTH} ${YEAR}$`, String.raw`\1 thang \2 nam \3`],
  [`^${DAY} thang ${MONTH} nam ${YEAR}$`, String.raw`\1 \2 \3`],
  [`^thang ${MONTH} ${YEAR}$`, String.raw`thang \1 nam \2`],
  [`^thang ${MONTH} nam ${YEAR}$`, String.raw`thang \1 \2`],
];

/**
 * How a query is read.
 *
 * `query_segments`: the words of a flat key, in order, as a JSON array of arrays: each segment has the key that was asked
 * for and the other spellings of an abbreviation, of a number (with its digits in groups, or in none), of a date, or of
 * syllables that were typed without a space (`nghison`). The longest spelling at each place counts. `syllables`: a word that is no
 * syllable in its syllables, in as few as there can be.
 *
 * `words_query`: every segment, in any order. `phrase_query`: the segments as neighbours, in any mix of their spellings.
 * Both ask for the terms with a mark. They are texts of `tsquery`, for keys of letters, digits and spaces.
 *
 * `whole_names`: patterns of the keys of names that are the query, in its first, its second and so on spelling of each segment.
 */
export const query = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.syllables(word text) RETURNS SETOF text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     WITH RECURSIVE parted (rest, parts, weight) AS (
       SELECT word, '{}'::text[], 0
        WHERE word ~ '^[a-z]{4,${MOST_JOINED * LONGEST_SYLLABLE}}$' AND word !~ '${SYLLABLE}'
       UNION ALL
       SELECT substr(rest, size + 1), parts || left(rest, size), weight + CASE WHEN left(rest, size) ~ '${SYLLABLE}' THEN 2 ELSE 3 END
         FROM parted
        CROSS JOIN LATERAL generate_series(1, least(${LONGEST_SYLLABLE}, length(rest))) AS size
        WHERE length(rest) - size <= ${LONGEST_SYLLABLE} * (${MOST_JOINED - 1} - cardinality(parts))
          AND (left(rest, size) ~ '${SYLLABLE}' OR size = 1 AND rest ~ '^${APART}[a-z]' AND left(rest, 1) <> substr(rest, 2, 1)))
     SELECT array_to_string(parts, ' ') FROM parted WHERE rest = '' ORDER BY weight FETCH FIRST 1 ROW WITH TIES $$`,

    `CREATE OR REPLACE FUNCTION portal_search.query_segments(asked text) RETURNS jsonb
   LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     words text[] := (string_to_array(portal_search.flat_key(portal_search.word_key(asked)), ' '))[:${MOST_WORDS}];
     segments jsonb := '[]';
     spelt record;
     at integer := 1;
   BEGIN
     FOR spelt IN
       WITH spoken AS (
         SELECT first, size, array_to_string(words[first:first + size - 1], ' ') AS key
           FROM generate_series(1, cardinality(words)) first
          CROSS JOIN generate_series(1, ${LONGEST_SPELLING}) size WHERE first + size - 1 <= cardinality(words)
       ), others AS (
         SELECT spoken.first, spoken.size, spoken.key, other.key AS other
           FROM spoken JOIN portal_search.spellings here ON here.key = spoken.key
           JOIN portal_search.spellings other ON other.abbreviation_id = here.abbreviation_id AND other.key <> here.key
         UNION
         SELECT spoken.first, spoken.size, spoken.key,
                portal_search.word_key(reverse(regexp_replace(reverse(spoken.key), '([0-9]{3})(?=[0-9])', '\\1.', 'g')))
           FROM spoken WHERE spoken.key ~ '^[1-9][0-9]{3,14}$'
         UNION
         SELECT spoken.first, spoken.size, spoken.key, replace(number[1], '.', '')
           FROM regexp_matches(asked, '${GROUPED_NUMBER}', 'g') AS number
           JOIN spoken ON spoken.key = portal_search.word_key(number[1])
         UNION
         SELECT spoken.first, spoken.size, spoken.key, regexp_replace(spoken.key, form.written, form.other)
           FROM spoken JOIN (VALUES ${DATES.map((form) => `(${form.map((one) => `'${one}'`).join(', ')})`).join(', ')}) AS form (written, other)
             ON spoken.key ~ form.written
         UNION
         SELECT spoken.first, spoken.size, spoken.key, parted
           FROM spoken CROSS JOIN LATERAL portal_search.syllables(spoken.key) AS parted
          WHERE spoken.size = 1
       )
       SELECT first, size, key, (array_agg(other ORDER BY other))[:${MOST_SPELLINGS}] AS others
         FROM others GROUP BY first, size, key ORDER BY first, size DESC
     LOOP
       CONTINUE WHEN spelt.first < at;
       segments := segments || coalesce((
         SELECT jsonb_agg(jsonb_build_array(word) ORDER BY place)
           FROM unnest(words[at:spelt.first - 1]) WITH ORDINALITY AS before (word, place)), '[]');
       segments := segments || jsonb_build_array(to_jsonb(spelt.key || spelt.others));
       at := spelt.first + spelt.size;
     END LOOP;
     RETURN segments || coalesce((
       SELECT jsonb_agg(jsonb_build_array(word) ORDER BY place)
         FROM unnest(words[at:]) WITH ORDINALITY AS rest (word, place)), '[]');
   END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.key_query(key text, mark text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT CASE WHEN position(' ' IN key) = 0 THEN quote_literal(mark || key) ELSE (
       SELECT string_agg(quote_literal(mark || word || ' ' || next), ' & ')
         FROM (VALUES (string_to_array(key, ' '))) AS spelt (words)
        CROSS JOIN LATERAL unnest(words, words[2:]) AS neighbours (word, next) WHERE next IS NOT NULL) END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.words_query(segments jsonb, mark text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT string_agg('(' || one.query || ')', ' & ')
       FROM jsonb_array_elements(segments) AS segment
      CROSS JOIN LATERAL (
        SELECT string_agg('(' || CASE place WHEN 1
                 THEN (SELECT string_agg(quote_literal(mark || word), ' & ') FROM unnest(string_to_array(key, ' ')) AS word)
                 ELSE portal_search.key_query(key, mark) END || ')', ' | ') AS query
          FROM jsonb_array_elements_text(segment) WITH ORDINALITY AS spelling (key, place)) AS one $$`,

    // Keys have no sign that LIKE reads.
    `CREATE OR REPLACE FUNCTION portal_search.whole_names(segments jsonb) RETURNS text[]
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT array_agg(DISTINCT '%| ' || spelt.key || ' |%')
       FROM generate_series(0, ${MOST_SPELLINGS}) AS nth
      CROSS JOIN LATERAL (
        SELECT string_agg(keys ->> least(nth, jsonb_array_length(keys) - 1), ' ' ORDER BY place) AS key
          FROM jsonb_array_elements(segments) WITH ORDINALITY AS segment (keys, place)) AS spelt
      WHERE spelt.key IS NOT NULL $$`,

    `CREATE OR REPLACE FUNCTION portal_search.phrase_query(segments jsonb, mark text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT string_agg('(' || part.query || ')', ' & ') FROM (
       SELECT string_agg('(' || portal_search.key_query(key, mark) || ')', ' | ') AS query
         FROM jsonb_array_elements(segments) WITH ORDINALITY AS segment (keys, place)
        CROSS JOIN LATERAL jsonb_array_elements_text(keys) AS key
        WHERE jsonb_array_length(segments) = 1 OR jsonb_path_exists(keys, '$[*] ? (@ like_regex " ")')
        GROUP BY place
       UNION ALL
       SELECT string_agg(DISTINCT quote_literal(mark || regexp_replace(one, '^.* ', '') || ' ' || regexp_replace(other, ' .*$', '')), ' | ')
         FROM generate_series(0, jsonb_array_length(segments) - 2) AS place
        CROSS JOIN LATERAL jsonb_array_elements_text(segments -> place) AS one
        CROSS JOIN LATERAL jsonb_array_elements_text(segments -> place + 1) AS other
        GROUP BY place) AS part $$`,
  ],
};
