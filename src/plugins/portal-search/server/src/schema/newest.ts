import { FIRST_NAMED } from './documents';
import { TYPE_NUMBERS } from './sources';

const types = Object.entries(TYPE_NUMBERS);

/** The condition of a row `known`: public, and of the days that are asked for. */
export const isAsked = `newsroom.is_visible(known.public_from, known.public_until, NULL, at)
              AND (first_day IS NULL OR known.day >= first_day) AND (last_day IS NULL OR known.day <= last_day)`;

const newestFirst = 'known.day DESC, known.public_from DESC, known.document_id';

/** Weeks that show how frequent some terms are: the last, and others as far from each other, since no one week is like all. */
const SAMPLE_WEEKS = 4;
/** Weeks that are asked for at once. Each is a lexeme, and each document that has the terms is looked for in all of them. */
const MOST_WEEKS = 8;
/**
 * A list of at most so many documents, or of so many times those that are wanted, is read and sorted as a whole: to go through the
 * weeks until enough are found takes longer for it. Where few are wanted, some weeks have them. Its length is an estimate, and it
 * may be twice as long.
 */
const ALWAYS_LISTED = 5_000;
const MOST_TIMES = { few: 50, many: 8 };
const mostListed = `greatest(least(${ALWAYS_LISTED}, ${MOST_TIMES.few} * most), ${MOST_TIMES.many} * most)`;

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
      WHERE known.slice BETWEEN portal_search.slice(type_number, NULL) AND portal_search.slice(type_number, newsroom.portal_day(newsroom.clock()));
     sample := portal_search.any_slice(ARRAY(
       SELECT last_slice - nth * weeks / ${SAMPLE_WEEKS} FROM generate_series(0, ${SAMPLE_WEEKS - 1}) AS nth));
     per_week := (SELECT count(*) FROM portal_search.documents known WHERE known.terms @@ (part && sample)) / ${SAMPLE_WEEKS}.0;
     documents := coalesce(per_week * weeks, 0);
   END $$`;

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

/** Whether `weekly` says that something is frequent in any type. */
export const isFrequent = 'cardinality(array_remove(weekly, NULL)) > 0';

/** The newest documents of a type that have some terms, by as many weeks at a time as seem to have enough. */
const newestOfType = `
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
const newestHaving = `
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
       IF ${isFrequent} THEN
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

export const newestFunctions = { functions: [anySlice, frequency, weekly, newestOfType, newestHaving] };
