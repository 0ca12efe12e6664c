/** Distinct searches of a day that are counted. */
const MOST_A_DAY = 10_000;
/** Days that counts are kept. */
export const KEPT_DAYS = 90;
/** Occurrences from which a search is shown: what few people type may be about themselves. */
const FEWEST_SHOWN = 5;
const MOST_SHOWN = 200;

/** Nodes take turns, so that a day has no more than it may. */
export const LOCK = 'LOCK TABLE portal_search.no_result_searches IN SHARE ROW EXCLUSIVE MODE';

/** Adds counts, a JSON array of `q` and `count`, to those of a day; new searches only while the day has room. */
export const ADD = `
  INSERT INTO portal_search.no_result_searches AS known (day, key, count)
  SELECT ?, asked.key, asked.count
    FROM (SELECT one.key, one.count, here.key IS NOT NULL AS is_known,
                 row_number() OVER (PARTITION BY here.key IS NULL ORDER BY one.count DESC, one.key) AS place
            FROM (SELECT portal_search.flat_key(portal_search.word_key(typed.q)) AS key, sum(typed.count) AS count
                    FROM json_to_recordset(?) AS typed (q text, count integer) GROUP BY 1) AS one
            LEFT JOIN portal_search.no_result_searches here ON here.day = ? AND here.key = one.key
           WHERE one.key <> '') AS asked
   WHERE asked.is_known
      OR asked.place <= ${MOST_A_DAY} - (SELECT count(*) FROM portal_search.no_result_searches WHERE day = ?)
  ON CONFLICT (day, key) DO UPDATE SET count = known.count + excluded.count`;

export const FORGET = `DELETE FROM portal_search.no_result_searches WHERE day <= ?::date - ${KEPT_DAYS}`;

export type NoResultSearch = { key: string; count: number; lastDay: string };

/** Those that were counted after a day, the most frequent first. */
export const MOST_FREQUENT = `
  SELECT key, sum(count)::integer AS count, max(day)::text AS "lastDay"
    FROM portal_search.no_result_searches WHERE day > ?::date - ?::integer
   GROUP BY key HAVING sum(count) >= ${FEWEST_SHOWN}
   ORDER BY sum(count) DESC, key LIMIT ${MOST_SHOWN}`;
