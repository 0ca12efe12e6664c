/** Seconds until time alone changes an answer, as a column of its model; `clock` is a row source with `now`. */
export const secondsToNextChange = `
  'secondsToNextChange', (
    SELECT extract(epoch FROM next - now) FROM clock CROSS JOIN newsroom.next_changes(now) AS change (next))`;

/** What every model of an answer carries beside its own fields. */
export type Timed = { secondsToNextChange: number | null };

/** Milliseconds until time alone changes any answer: at most a day. */
export const millisecondsToNextChange = `
  SELECT extract(epoch FROM next - now)::float8 * 1000 AS left
    FROM (SELECT newsroom.clock() AS now) clock CROSS JOIN newsroom.next_changes(now) AS change (next)`;
