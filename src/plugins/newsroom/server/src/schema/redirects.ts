/** An old address leads to one place, whatever the case it is written in. */
export const redirects = [`CREATE UNIQUE INDEX IF NOT EXISTS redirects_from ON redirects (lower("from"))`];
