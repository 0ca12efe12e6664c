import { FIRST_NAMED } from './documents';
import { isAsked, isFrequent } from './newest';

/** Documents of a type that a query ranks; of more, the newest. */
export const MOST_CANDIDATES = 5_000;

/**
 * The points of what a document matches, of which the first is what all others include. They add up: all words of a query
 * in the text 100, in the title 350, as a phrase in the text 900, in the title with its accents 2750. Of the types that are
 * few, names whose words are in another order, or with others between them, are what is sought: more than a phrase in a text.
 */
const POINTS = {
  words: 100,
  phrase: 800,
  accents: 300,
  titleWords: 250,
  titlePhrase: 1_000,
  titleAccents: 300,
  summaryPhrase: 300,
  nameWords: 1_200,
};

/**
 * Each pair of neighbours of a query, where not much has all words: “Hải Ninh, Quảng Ninh” has two names, not four words. Of
 * more, a phrase is in enough.
 */
const NEIGHBOUR_POINTS = 100;
const MOST_NEIGHBOURS = 7;
/**
 * Documents of which the terms are read, and their bytes, compressed, in all: 12 µs for 17 KB, and three pages of a disk where they
 * are not in memory, while each part takes 5 to 30 ms in the index for frequent words, in however few documents they are together.
 */
const MOST_TERMS_READ = { documents: 1_000, bytes: 20_000_000 };

/** Each part up to this number has all documents of the last of these: of the title that was asked for, as it is spelt. */
const LAST_WITHIN_ALL = 6;

/**
 * What is left out, as a text of `tsquery`, in any of its spellings; where it has accents, and is there as it was asked for
 * itself, only with these: “cảng cá” is not in “cảng Cà Ná”. Null without a word.
 */
const excludedQuery = `
  CREATE OR REPLACE FUNCTION portal_search.excluded_query(asked text) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN exact = flat THEN query
                 ELSE '(' || query || ') & (' || portal_search.key_query(exact, '') || ' | !(' || portal_search.key_query(flat, '') || '))' END
       FROM portal_search.word_key(asked) AS exact
      CROSS JOIN LATERAL portal_search.flat_key(exact) AS flat
      CROSS JOIN LATERAL portal_search.phrase_query(portal_search.query_segments(asked), '') AS query $$`;

/**
 * What a query asks for, each part with its points: `main` are the words that it is ranked by; what is in `quoted` has to be
 * there as a phrase, what is in `excluded` must not be. `condition` is a text of `tsquery` for the properties of documents.
 * All documents of a part are among those of the part of the number `within`, which comes before it.
 */
const rankedParts = `
  CREATE OR REPLACE FUNCTION portal_search.ranked_parts(main text, quoted text[], excluded text[], condition text)
   RETURNS TABLE (number integer, within integer, points integer, part tsquery) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     segments jsonb := portal_search.query_segments(main);
     exact text := portal_search.word_key(main);
     is_accented boolean := exact <> portal_search.flat_key(exact);
     is_phrase boolean := jsonb_array_length(segments) > 1;
     is_several boolean := position(' ' IN exact) > 0;
     every text := condition;
     one text;
   BEGIN
     -- Nothing has to be there: the index would be read from end to end for what must not.
     IF exact = '' THEN
       RETURN;
     END IF;
     FOREACH one IN ARRAY quoted LOOP
       every := every || coalesce(' & ' || portal_search.phrase_query(portal_search.query_segments(one), ''), '');
     END LOOP;
     FOREACH one IN ARRAY excluded LOOP
       every := every || coalesce(' & !(' || portal_search.excluded_query(one) || ')', '');
     END LOOP;
     exact := array_to_string((string_to_array(exact, ' '))[:32], ' ');
     RETURN QUERY SELECT given.number, given.within, given.points, (every || ' & (' || given.part || ')')::tsquery
       FROM (VALUES
         (1, NULL, ${POINTS.words}, portal_search.words_query(segments, '')),
         (2, 1, ${POINTS.phrase}, CASE WHEN is_phrase THEN portal_search.phrase_query(segments, '') END),
         (3, CASE WHEN is_phrase THEN 2 ELSE 1 END, ${POINTS.accents}, CASE WHEN is_accented THEN portal_search.key_query(exact, '') END),
         (4, 1, ${POINTS.titleWords} + CASE WHEN is_several THEN 0 ELSE ${POINTS.titlePhrase} END, portal_search.words_query(segments, '=')),
         (5, 4, ${POINTS.titlePhrase}, CASE WHEN is_several THEN portal_search.phrase_query(segments, '=') END),
         (6, CASE WHEN is_several THEN 5 ELSE 4 END, ${POINTS.titleAccents}, CASE WHEN is_accented THEN portal_search.key_query(exact, '=') END),
         (7, CASE WHEN is_phrase THEN 2 ELSE 1 END, ${POINTS.summaryPhrase}, portal_search.phrase_query(segments, '^')),
         (8, 4, ${POINTS.nameWords}, CASE WHEN is_phrase
           THEN portal_search.words_query(segments, '~') || ' & !(' || portal_search.phrase_query(segments, '~') || ')' END)
       ) AS given (number, within, points, part)
      WHERE given.part IS NOT NULL;
   END $$`;

/**
 * `are_readable`: whether documents are few enough for their terms to be read. `read_points`: for each of them, the points of those
 * parts that its terms match, in sum.
 */
const readTerms = [
  `CREATE OR REPLACE FUNCTION portal_search.are_readable(documents integer[]) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT cardinality(documents) <= ${MOST_TERMS_READ.documents} AND ${MOST_TERMS_READ.bytes} >= coalesce((
       SELECT sum(pg_column_size(known.terms)) FROM portal_search.documents known WHERE known.id = ANY(documents)), 0) $$`,

  // To set a weight changes nothing of terms without positions, but the terms are read once for all parts.
  `CREATE OR REPLACE FUNCTION portal_search.read_points(documents integer[], parts tsquery[], part_points integer[])
   RETURNS TABLE (document integer, points integer) LANGUAGE sql STABLE AS $$
     SELECT read.id, (SELECT sum(one.points)::integer FROM unnest(parts, part_points) AS one (part, points) WHERE read.terms @@ one.part)
       FROM (SELECT known.id, setweight(known.terms, 'D') AS terms FROM portal_search.documents known
              WHERE known.id = ANY(documents) OFFSET 0) AS read $$`,
];

/**
 * The documents that a query finds, with the points of each part of it that they match. Where not many have all words, their terms
 * are read, and each pair of neighbours is a part too, which the phrase in another spelling has as well. Where not many have all
 * words but not the title, which has all parts before it, the terms of these are read. Otherwise each part is asked of the index:
 * where the part that a part is within has all of its documents here, there is nothing to choose of it; where that is rare, it is
 * rare.
 */
const candidates = `
  CREATE OR REPLACE FUNCTION portal_search.candidates(
     main text, quoted text[], excluded text[], condition text, at timestamp, first_day date, last_day date, most integer
   ) RETURNS TABLE (document integer, points integer) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
   DECLARE
     numbers integer[];
     withins integer[];
     part_points integer[];
     parts tsquery[];
     pairs tsquery[];
     words text[];
     phrase text;
     with_words integer[];
     with_title integer[];
     without_title integer[];
     title integer;
     next integer := 1;
     sizes integer[];
     found_rows integer;
     rare integer[] := '{}';
     rarely float8[] := array_fill(NULL::float8, ARRAY[${FIRST_NAMED - 1}]);
     weekly float8[];
   BEGIN
     SELECT array_agg(asked.number), array_agg(asked.within), array_agg(asked.points), array_agg(asked.part)
       INTO numbers, withins, part_points, parts
       FROM (SELECT * FROM portal_search.ranked_parts(main, quoted, excluded, condition) ORDER BY number) AS asked;
     IF parts IS NULL THEN
       RETURN;
     END IF;
     weekly := portal_search.weekly(parts[1], most);
     with_words := ARRAY(SELECT portal_search.newest_having(parts[1], weekly, at, first_day, last_day, most));
     sizes[1] := cardinality(with_words);
     IF sizes[1] < most AND portal_search.are_readable(with_words) THEN
       words := (string_to_array(portal_search.flat_key(portal_search.word_key(main)), ' '))[:${MOST_NEIGHBOURS + 1}];
       phrase := portal_search.phrase_query(portal_search.query_segments(main), '');
       pairs := ARRAY(
         SELECT DISTINCT concat_ws(' | ', quote_literal(word || ' ' || next_word), phrase)::tsquery
           FROM unnest(words, words[2:]) AS neighbours (word, next_word) WHERE next_word IS NOT NULL AND cardinality(words) > 2);
       RETURN QUERY
         SELECT * FROM portal_search.read_points(
           with_words, parts || pairs, part_points || array_fill(${NEIGHBOUR_POINTS}, ARRAY[cardinality(pairs)]));
       RETURN;
     END IF;
     IF sizes[1] < most THEN
       title := (SELECT max(place) FROM unnest(numbers) WITH ORDINALITY AS one (number, place) WHERE number <= ${LAST_WITHIN_ALL});
       with_title := ARRAY(SELECT known.id FROM portal_search.documents known WHERE known.terms @@ parts[title] AND ${isAsked});
       without_title := ARRAY(SELECT unnest(with_words) EXCEPT SELECT unnest(with_title));
       IF portal_search.are_readable(without_title) THEN
         RETURN QUERY
           SELECT one, (SELECT sum(of_part)::integer FROM unnest(part_points[:title]) AS of_part) FROM unnest(with_title) AS one
            UNION ALL
           SELECT * FROM portal_search.read_points(without_title, parts[:title], part_points[:title]);
         sizes := array_fill(sizes[1], ARRAY[${LAST_WITHIN_ALL}]);
         next := title + 1;
       END IF;
     END IF;
     FOR place IN next..cardinality(parts) LOOP
       IF place = 1 THEN
         RETURN QUERY SELECT one, part_points[place] FROM unnest(with_words) AS one;
         found_rows := cardinality(with_words);
       ELSIF sizes[withins[place]] = 0 THEN
         found_rows := 0;
       ELSIF place = title THEN
         RETURN QUERY SELECT one, part_points[place] FROM unnest(with_title) AS one;
         found_rows := cardinality(with_title);
       ELSIF sizes[withins[place]] < most THEN
         RETURN QUERY
           SELECT known.id, part_points[place] FROM portal_search.documents known WHERE known.terms @@ parts[place] AND ${isAsked};
         GET DIAGNOSTICS found_rows = ROW_COUNT;
       ELSE
         weekly := CASE WHEN withins[place] = ANY(rare) THEN rarely ELSE portal_search.weekly(parts[place], most) END;
         RETURN QUERY
           SELECT one, part_points[place]
             FROM portal_search.newest_having(parts[place], weekly, at, first_day, last_day, most) AS one;
         GET DIAGNOSTICS found_rows = ROW_COUNT;
       END IF;
       sizes[numbers[place]] := found_rows;
       IF NOT (${isFrequent}) THEN
         rare := rare || numbers[place];
       END IF;
     END LOOP;
   END $$`;

/**
 * What the query does not decide: whether it is a whole name (3000), how much of a name it is (up to 300), how new the
 * document is (a point for each ten days since 2000; without a day 600, or 800 where a name begins with the query's first
 * word), and whether its agency is closed.
 *
 * @param asked the query as it is spelt; `whole` patterns of it as a whole name, in each of its spellings
 */
const ownPoints = `
  CREATE OR REPLACE FUNCTION portal_search.own_points(
     flat_names text, day date, closed_on date, asked text, whole text[], today date
   ) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN flat_names LIKE ANY (whole) THEN 3000
                 WHEN position(' ' || asked || ' ' IN flat_names) > 0
                   THEN 300 * length(asked) / length(flat_names)
                 ELSE 0 END
          + CASE WHEN day IS NULL
                   THEN CASE WHEN position('| ' || split_part(asked, ' ', 1) || ' ' IN flat_names) > 0 THEN 800 ELSE 600 END
                 ELSE greatest(-600, least(3000, (day - date '2000-01-01') / 10)) END
          - CASE WHEN closed_on <= today THEN 1000 ELSE 0 END $$`;

export const candidateFunctions = {
  functions: [excludedQuery, rankedParts, ...readTerms, candidates, ownPoints],
};
