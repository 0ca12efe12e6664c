import { ANY_LOCALE, FIRST_NAMED, FIRST_NAMED_SLICE } from './documents';
import { isFrequent } from './newest';
import { TYPE_NUMBERS } from './sources';

/** Names spelt alike that are found, where nothing else is. */
export const MOST_SIMILAR = 20;

/** Each pair of neighbours of a query that has not all of them. */
const PAIR_POINTS = 30;
/** Each of its words, of which these documents are read: the terms lie outside of the rows. */
const WORD_POINTS = 10;
const MOST_READ = 20;
/** Pairs of a query that count, and documents of each: of a frequent pair fewer, since the newest that have it tell less. */
const MOST_PAIRS = 11;
const MOST_OF_PAIR = { rare: 300, frequent: 100 };

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
        CASE WHEN ${isFrequent} THEN ${MOST_OF_PAIR.frequent} ELSE ${MOST_OF_PAIR.rare} END) AS one
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
        CROSS JOIN LATERAL (SELECT known.id AS document, known.size, setweight(known.terms, 'D') AS terms OFFSET 0) AS read)
     SELECT document, ${PAIR_POINTS} * matches.size + ${WORD_POINTS} * ${MOST_PAIRS + 1}
       FROM matches CROSS JOIN most
      WHERE 2 * matches.size >= most.pairs OR matches.size >= 2 AND matches.size = most.size
     UNION ALL
     SELECT document, ${PAIR_POINTS} * with_words.size + ${WORD_POINTS} * words
       FROM with_words CROSS JOIN most
      WHERE CASE WHEN 2 * most.size >= most.pairs THEN 3 * words >= 2 * (SELECT count(*) FROM sought)
                 ELSE 3 * words >= (SELECT count(*) FROM sought) END $$`;

/** How much of a query's spelling a name has to have, and of a long one: many names have some of its words. */
const SIMILAR_ENOUGH = { few: 0.6, many: 0.7 };
const MANY_WORDS = 5;
/** The properties of the types whose documents are many. */
const titleTypes = Object.entries(TYPE_NUMBERS).flatMap(([type, number]) =>
  number < FIRST_NAMED ? [`'':${type}''`] : [],
);
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
     titles tsquery := '${titleTypes.join(' | ')}'::tsquery && portal_search.in_language(language)::tsquery;
   BEGIN
     IF cardinality(string_to_array(flat, ' ')) >= ${MANY_WORDS} THEN
       PERFORM set_config('pg_trgm.word_similarity_threshold', '${SIMILAR_ENOUGH.many}', true);
     END IF;
     among := ARRAY(
       SELECT here.id FROM portal_search.documents here WHERE here.id = ANY(among) AND here.slice < ${FIRST_NAMED_SLICE});
     IF among = '{}' THEN
       among := ARRAY(SELECT portal_search.newest_having(
         titles, portal_search.weekly(titles, ${MOST_COMPARED}), at, NULL, NULL, ${MOST_COMPARED}));
     END IF;
     RETURN QUERY
       SELECT known.id, round(100 * word_similarity(flat, known.flat_names))::integer
         FROM (SELECT here.* FROM portal_search.documents here
                WHERE flat <% here.flat_names AND here.slice >= ${FIRST_NAMED_SLICE} AND here.locale IN (language, '${ANY_LOCALE}')
                  AND newsroom.is_visible(here.public_from, here.public_until, NULL, at)
                UNION ALL
               SELECT here.* FROM unnest(among) AS one JOIN portal_search.documents here ON here.id = one
                WHERE flat <% here.flat_names) AS known
        ORDER BY 2 DESC, known.public_from DESC, known.document_id
        LIMIT most;
   END $$`;

/** What is found where nothing, or hardly anything, has all words of a query. */
export const inexactFunctions = { functions: [partial, alike] };
