import { visible } from './card';

/** Of what a list is made: the row that its conditions speak of, its instant, and how many it takes of each arm. */
type List = { row: string; now: string; limit: string | number };

/**
 * One arm of a list that is merged from several: the newest of one category, of one owner, or of all. `of`, the column
 * that the arm goes by, is given as a range of one value, `member.id`, and stands first in the order: so the planner has
 * no choice but the index on it. Given an equality, it walks all articles by time whenever it takes the value for a
 * frequent one, and to the end for one that has few.
 */
export const newestOf =
  ({ row, now, limit }: List) =>
  (of: string | null, rows: string, condition = 'true'): string => `
  (SELECT a.* FROM ${rows} CROSS JOIN LATERAL (
    SELECT a.id, a.published_on, a.document_id FROM articles a
     WHERE ${of ? `${of} BETWEEN member.id AND member.id` : 'true'} AND ${condition}
       AND a.locale = ${row}.locale AND ${visible(now)}
     ORDER BY ${of ? `${of}, ` : ''}a.published_on DESC, a.document_id DESC
     LIMIT ${limit}) a)`;
