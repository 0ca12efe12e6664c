import { ANY_LOCALE, FIRST_NAMED, SLICES } from './documents';
import { TYPE_NUMBERS } from './sources';

/** Documents of a type that a query ranks; of more, the newest. */
export const MOST_CANDIDATES = 5_000;

/** Names spelt alike that are found, where nothing else is. */
export const MOST_SIMILAR = 20;

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

/** Each pair of neighbours of a query that has not all of them. */
const PAIR_POINTS = 30;
/** Each of its words, of which these documents are read: the terms lie outside of the rows. */
const WORD_POINTS = 10;
const MOST_READ = 20;
/** Pairs of a query that count, and documents of each: of a frequent pair fewer, since the newest that have it tell less. */
const MOST_PAIRS = 11;
const MOST_OF_PAIR = { rare: 300, frequent: 100 };

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
     FOREACH one IN ARRAY quoted LOOP
       every := every || coalesce(' & ' || portal_search.phrase_query(portal_search.query_segments(one), ''), '');
     END LOOP;
     FOREACH one IN ARRAY excluded LOOP
       every := every || coalesce(' & !(' || portal_search.phrase_query(portal_search.query_segments(one), '') || ')', '');
     END LOOP;
     IF exact = '' THEN
       RETURN QUERY SELECT 1, NULL::integer, ${POINTS.phrase}, every::tsquery;
       RETURN;
     END IF;
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

/** The condition of a row `known`: public, and of the days that are asked for. */
const isAsked = `newsroom.is_visible(known.public_from, known.public_until, NULL, at)
              AND (first_day IS NULL OR known.day >= first_day) AND (last_day IS NULL OR known.day <= last_day)`;

const newestFirst = 'known.day DESC, known.public_from DESC, known.document_id';

/** Weeks that show how frequent some terms are: the last, and others as far from each other, since no one week is like all. */
const SAMPLE_WEEKS = 4;
/** Weeks that are asked for at once. Each is a lexeme, and each document that has the terms is looked for in all of them. */
const MOST_WEEKS = 8;
/**
 * A list of at most so many times the documents that are wanted, or of MOST_CANDIDATES, is read and sorted as a whole: to go through
 * the weeks until enough are found takes longer for it. Its length is an estimate, and it may be twice as long.
 */
const MOST_TIMES = 8;
const mostListed = `greatest(${MOST_CANDIDATES}, ${MOST_TIMES} * most)`;

/** A condition of any of some slices, which are weeks of a type. */
const anySlice = `
  CREATE OR REPLACE FUNCTION portal_search.any_slice(slices integer[]) RETURNS tsquery
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT string_agg(quote_literal(':slice ' || one), ' | ')::tsquery FROM unnest(slices) AS one $$`;

/** In about how many documents of a type some terms are, and of a week, by those until today: a date may be mistyped. */
const frequency = `
  CREATE OR REPLACE FUNCTION portal_search.frequency(part tsquery, type_number integer, OUT documents float8, OUT per_week float8)
   LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
   DECLARE
     last_slice integer;
     weeks integer;
     sample tsquery;
   BEGIN
     SELECT max(known.slice), max(known.slice) - min(known.slice) + 1 INTO last_slice, weeks FROM portal_search.documents known
      WHERE known.slice BETWEEN portal_search.slice(type_number, NULL) AND portal_search.slice(type_number, current_date);
     sample := portal_search.any_slice(ARRAY(
       SELECT last_slice - nth * weeks / ${SAMPLE_WEEKS} FROM generate_series(0, ${SAMPLE_WEEKS - 1}) AS nth));
     per_week := (SELECT count(*) FROM portal_search.documents known WHERE known.terms @@ (part && sample)) / ${SAMPLE_WEEKS}.0;
     documents := coalesce(per_week * weeks, 0);
   END $$`;

const types = Object.entries(TYPE_NUMBERS);
const arrayOf = (values: readonly (number | string)[]): string => `ARRAY[${values.join(', ')}]`;

/**
 * Of each type that has many documents, in about how many of a week some terms are: null where they are not frequent, and the list
 * of those that have them is read as a whole.
 *
 * @param most documents that are wanted of a type; null where no list is
 */
const weekly = `
  CREATE OR REPLACE FUNCTION portal_search.weekly(part tsquery, most integer) RETURNS float8[]
   LANGUAGE sql STABLE AS $$
     SELECT ARRAY(
       SELECT CASE WHEN most IS NOT NULL AND seen.documents <= ${mostListed} THEN NULL ELSE seen.per_week END
         FROM generate_series(1, ${FIRST_NAMED - 1}) AS one CROSS JOIN LATERAL portal_search.frequency(part, one) AS seen
        ORDER BY one) $$`;

/** The newest documents of a type that have some terms, by as many weeks at a time as seem to have enough. */
const newestOf = `
  CREATE OR REPLACE FUNCTION portal_search.newest_of_type(
     part tsquery, type_number integer, per_week float8, at timestamp, first_day date, last_day date, most integer
   ) RETURNS SETOF integer LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
   DECLARE
     first_slice integer := portal_search.slice(type_number, first_day);
     last_slice integer := portal_search.slice(type_number, coalesce(last_day, 'infinity'));
     weeks integer := least(${MOST_WEEKS}, 1 + most / greatest(1, per_week));
     left_over integer := most;
     found_rows integer;
   BEGIN
     LOOP
       last_slice := (SELECT max(known.slice) FROM portal_search.documents known
                       WHERE known.slice BETWEEN first_slice AND last_slice);
       EXIT WHEN last_slice IS NULL OR left_over <= 0;
       RETURN QUERY
         SELECT known.id FROM portal_search.documents known
          WHERE known.terms @@ (part && portal_search.any_slice(ARRAY(
                  SELECT generate_series(greatest(first_slice, last_slice - weeks + 1), last_slice)))) AND ${isAsked}
          ORDER BY ${newestFirst}
          LIMIT left_over;
       GET DIAGNOSTICS found_rows = ROW_COUNT;
       left_over := left_over - found_rows;
       last_slice := last_slice - weeks;
       weeks := least(${MOST_WEEKS}, 1 + weeks * left_over::bigint / greatest(1, found_rows));
     END LOOP;
   END $$`;

/**
 * The newest documents of each type that have some terms, at most `most` of each. By documents_terms, which answers without
 * reading the terms themselves. Of what is rare the whole list is read. Of what is frequent in a type that has many documents,
 * which some of its weeks show, the weeks are gone through, so that a frequent word costs no more than a rare one in a large newsroom.
 *
 * @param weekly portal_search.weekly of these terms, or of others that all of their documents have, where these are not frequent
 */
const newest = `
  CREATE OR REPLACE FUNCTION portal_search.newest_having(
     part tsquery, weekly float8[], at timestamp, first_day date, last_day date, most integer
   ) RETURNS SETOF integer LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
   DECLARE
     most_listed integer := 2 * ${mostListed};
     type_number integer;
     listed_part tsquery;
     listed_ids integer[];
     is_cut boolean;
   BEGIN
     LOOP
       listed_part := part;
       IF cardinality(array_remove(weekly, NULL)) > 0 THEN
         listed_part := part && (
           SELECT string_agg(quote_literal(':' || type), ' | ')::tsquery
             FROM unnest(${arrayOf(types.map(([type]) => `'${type}'`))}, ${arrayOf(types.map(([, number]) => number))}) AS one (type, number)
            WHERE weekly[number] IS NULL);
       END IF;
       WITH listed AS MATERIALIZED (
         SELECT known.id, known.type, known.day, known.public_from, known.document_id FROM portal_search.documents known
          WHERE known.terms @@ listed_part AND ${isAsked} LIMIT most_listed + 1),
       counted AS (SELECT count(*) AS size FROM listed)
       SELECT CASE WHEN size <= most THEN ARRAY(SELECT id FROM listed)
                   ELSE ARRAY(
                     SELECT chosen.id FROM (SELECT DISTINCT type FROM listed) AS one
                      CROSS JOIN LATERAL (
                        SELECT known.id FROM listed AS known WHERE known.type = one.type ORDER BY ${newestFirst} LIMIT most) AS chosen) END,
              size > most_listed
         INTO listed_ids, is_cut FROM counted;
       EXIT WHEN NOT is_cut OR array_position(weekly, NULL) IS NULL;
       weekly := portal_search.weekly(part, NULL);
     END LOOP;
     RETURN QUERY SELECT unnest(listed_ids);
     FOR type_number IN 1..${FIRST_NAMED - 1} LOOP
       IF weekly[type_number] IS NOT NULL THEN
         RETURN QUERY SELECT * FROM portal_search.newest_of_type(part, type_number, weekly[type_number], at, first_day, last_day, most);
       END IF;
     END LOOP;
   END $$`;

/**
 * The documents that a query finds, with the points of each part of it that they match. Where the part that a part is within has
 * all of its documents here, there is nothing to choose of it; where that is rare, it is rare.
 */
const candidates = `
  CREATE OR REPLACE FUNCTION portal_search.candidates(
     main text, quoted text[], excluded text[], condition text, at timestamp, first_day date, last_day date, most integer
   ) RETURNS TABLE (document integer, points integer) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
   DECLARE
     asked record;
     found_rows integer;
     sizes integer[];
     rare integer[] := '{}';
     rarely float8[] := array_fill(NULL::float8, ARRAY[${FIRST_NAMED - 1}]);
     weekly float8[];
   BEGIN
     FOR asked IN SELECT * FROM portal_search.ranked_parts(main, quoted, excluded, condition) ORDER BY number LOOP
       IF sizes[asked.within] = 0 THEN
         sizes[asked.number] := 0;
         CONTINUE;
       ELSIF sizes[asked.within] < most THEN
         RETURN QUERY
           SELECT known.id, asked.points FROM portal_search.documents known WHERE known.terms @@ asked.part AND ${isAsked};
       ELSE
         weekly := CASE WHEN asked.within = ANY(rare) THEN rarely ELSE portal_search.weekly(asked.part, most) END;
         IF weekly = rarely THEN
           rare := rare || asked.number;
         END IF;
         RETURN QUERY
           SELECT one, asked.points FROM portal_search.newest_having(asked.part, weekly, at, first_day, last_day, most) AS one;
       END IF;
       GET DIAGNOSTICS found_rows = ROW_COUNT;
       sizes[asked.number] := found_rows;
     END LOOP;
   END $$`;

/**
 * What is found where hardly anything has all words, of a query of three words or more. The documents that have at least half
 * of its pairs of neighbours; where none has so many, those with the most, of two at least. Of the others with a pair, those
 * with two thirds of the words; where none has half of the pairs, with a third: half of a question is words that no answer has.
 */
const partial = `
  CREATE OR REPLACE FUNCTION portal_search.partial(main text, condition text, at timestamp, first_day date, last_day date)
   RETURNS TABLE (document integer, points integer) LANGUAGE sql STABLE AS $$
     WITH spelt AS MATERIALIZED (
       SELECT (string_to_array(portal_search.flat_key(portal_search.word_key(main)), ' '))[:${MOST_PAIRS + 1}] AS words),
     pairs AS MATERIALIZED (
       SELECT DISTINCT word || ' ' || next AS pair
         FROM spelt CROSS JOIN LATERAL unnest(words, words[2:]) AS neighbours (word, next)
        WHERE next IS NOT NULL AND cardinality(words) > 2),
     matches AS MATERIALIZED (
       SELECT one AS document, count(*)::integer AS size
         FROM pairs
      CROSS JOIN LATERAL (SELECT (condition || ' & ' || quote_literal(pair))::tsquery AS part OFFSET 0) AS asked
      CROSS JOIN LATERAL (SELECT portal_search.weekly(part, ${MOST_OF_PAIR.rare}) AS weekly OFFSET 0) AS seen
      CROSS JOIN LATERAL portal_search.newest_having(
        part, weekly, at, first_day, last_day,
        CASE WHEN cardinality(array_remove(weekly, NULL)) > 0 THEN ${MOST_OF_PAIR.frequent} ELSE ${MOST_OF_PAIR.rare} END) AS one
      GROUP BY one),
     most AS MATERIALIZED (
       SELECT max(size) AS size, (SELECT count(*) FROM pairs) AS pairs FROM matches),
     sought AS MATERIALIZED (
       SELECT DISTINCT quote_literal(word)::tsquery AS word FROM spelt CROSS JOIN LATERAL unnest(words) AS word),
     with_words AS MATERIALIZED (
       SELECT read.document, read.size, (SELECT count(*)::integer FROM sought WHERE read.terms @@ sought.word) AS words
         FROM (SELECT known.id, known.terms, matches.size
                 FROM matches CROSS JOIN most JOIN portal_search.documents known ON known.id = matches.document
                WHERE 2 * matches.size < most.pairs
                ORDER BY matches.size DESC, known.day DESC NULLS LAST, known.document_id LIMIT ${MOST_READ}) AS known
        CROSS JOIN LATERAL (SELECT known.id AS document, known.size, known.terms || ''::tsvector AS terms OFFSET 0) AS read)
     SELECT document, ${PAIR_POINTS} * matches.size + ${WORD_POINTS} * ${MOST_PAIRS + 1}
       FROM matches CROSS JOIN most
      WHERE 2 * matches.size >= most.pairs OR matches.size >= 2 AND matches.size = most.size
     UNION ALL
     SELECT document, ${PAIR_POINTS} * with_words.size + ${WORD_POINTS} * words
       FROM with_words CROSS JOIN most
      WHERE CASE WHEN 2 * most.size >= most.pairs THEN 3 * words >= 2 * (SELECT count(*) FROM sought)
                 ELSE 3 * words >= (SELECT count(*) FROM sought) END $$`;

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

/** How much of a query's spelling a name has to have, and of a long one: many names have some of its words. */
const SIMILAR_ENOUGH = { few: 0.6, many: 0.7 };
const MANY_WORDS = 5;
/** Titles of a type that are compared with a query that no title has half of. */
const MOST_COMPARED = 3_000;

/**
 * What is spelt alike, for a query that finds nothing: of the types that are few all names, by documents_alike; of the others
 * those titles of `among`, or, where these are none, of the newest. All titles are too many to be compared.
 */
const alike = `
  CREATE OR REPLACE FUNCTION portal_search.alike(asked text, language text, at timestamp, among integer[], most integer)
   RETURNS TABLE (document integer, points integer) LANGUAGE plpgsql STABLE
   SET pg_trgm.word_similarity_threshold = ${SIMILAR_ENOUGH.few} AS $$
   DECLARE
     flat text := portal_search.flat_key(portal_search.word_key(asked));
     titles tsquery := '${types.flatMap(([type, number]) => (number < FIRST_NAMED ? [`'':${type}''`] : [])).join(' | ')}'::tsquery
       && (quote_literal(':' || language) || ' | '':${ANY_LOCALE}''')::tsquery;
   BEGIN
     IF cardinality(string_to_array(flat, ' ')) >= ${MANY_WORDS} THEN
       PERFORM set_config('pg_trgm.word_similarity_threshold', '${SIMILAR_ENOUGH.many}', true);
     END IF;
     among := ARRAY(
       SELECT here.id FROM portal_search.documents here WHERE here.id = ANY(among) AND here.slice < ${FIRST_NAMED * SLICES});
     IF among = '{}' THEN
       among := ARRAY(SELECT portal_search.newest_having(
         titles, portal_search.weekly(titles, ${MOST_COMPARED}), at, NULL, NULL, ${MOST_COMPARED}));
     END IF;
     RETURN QUERY
       SELECT known.id, round(100 * word_similarity(flat, known.flat_names))::integer
         FROM (SELECT here.* FROM portal_search.documents here
                WHERE flat <% here.flat_names AND here.slice >= ${FIRST_NAMED * SLICES} AND here.locale IN (language, '${ANY_LOCALE}')
                  AND newsroom.is_visible(here.public_from, here.public_until, NULL, at)
                UNION ALL
               SELECT here.* FROM unnest(among) AS one JOIN portal_search.documents here ON here.id = one
                WHERE flat <% here.flat_names) AS known
        ORDER BY 2 DESC, known.public_from DESC, known.document_id
        LIMIT most;
   END $$`;

export const candidateFunctions = {
  functions: [rankedParts, anySlice, frequency, weekly, newestOf, newest, candidates, partial, ownPoints, alike],
};
