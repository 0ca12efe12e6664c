/** Seconds until time alone changes an answer, as a column of its model; `clock` is a row source with `now`. */
export const secondsToNextChange = `
  'secondsToNextChange', (SELECT extract(epoch FROM newsroom.next_change(now) - now) FROM clock)`;

/** What every model of an answer carries beside its own fields. */
export type Timed = { secondsToNextChange: number | null };
