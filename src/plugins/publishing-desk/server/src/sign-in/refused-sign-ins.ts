import type { Core } from '@strapi/strapi';

/**
 * How many pairs of an account and a network are told apart within an hour. Each has at most two rows of the audit, which
 * nobody can empty.
 */
const PAIRS_PER_HOUR = 249;

const INTERVAL_MS = 10 * 60_000;

const NOW = `(now() AT TIME ZONE 'UTC')`;
const STRANGER = `'{"kind":"stranger"}', 'sign-in-refused'`;

const COUNT = `
  WITH attempt AS (SELECT date_trunc('hour', ${NOW}) AS hour, ?::text AS account, ?::text AS network),
  pair AS (
    SELECT EXISTS (SELECT FROM desk.refused_sign_ins JOIN attempt USING (hour, account, network))
        OR (SELECT count(*) FROM desk.refused_sign_ins JOIN attempt USING (hour)) < ${PAIRS_PER_HOUR} AS fits
  ),
  counted AS (
    INSERT INTO desk.refused_sign_ins AS known (hour, account, network, refused)
      SELECT hour, CASE WHEN fits THEN account ELSE '' END, CASE WHEN fits THEN network ELSE '' END, 1
        FROM attempt, pair
      ON CONFLICT (hour, account, network) DO UPDATE SET refused = known.refused + 1
      RETURNING account, network, refused
  )
  INSERT INTO desk.audit (actor, action, after)
    SELECT ${STRANGER}, jsonb_build_object('ip', network, 'email', account) FROM counted WHERE refused = 1`;

const RECORD_PAST_HOURS = `
  WITH past AS (
    DELETE FROM desk.refused_sign_ins WHERE hour < date_trunc('hour', ${NOW}) RETURNING *
  ),
  expired AS (
    DELETE FROM desk.attempts
     WHERE key IN (SELECT key FROM desk.attempts WHERE ends_at < ${NOW} FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO desk.audit (actor, action, after)
    SELECT ${STRANGER},
           jsonb_build_object('ip', network, 'email', account, 'refused', refused,
                              'hour', to_char(hour, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      FROM past WHERE refused > 1 ORDER BY hour, account, network`;

/**
 * Counts a refused sign-in. The audit has a row of the first of an hour for a pair of account and network, and one with
 * the count (`refused`, of the `hour` in UTC) when the hour is over: an anonymous caller cannot fill it. Beyond
 * `PAIRS_PER_HOUR` pairs all others are one pair, with an empty account and network.
 *
 * @param account the e-mail address that was given, in lower case
 */
export async function countRefusedSignIn(strapi: Core.Strapi, account: string, network: string): Promise<void> {
  await strapi.db.connection.raw(COUNT, [account, network]);
}

/**
 * Records the counts of past hours, and deletes limits whose time is over, now and every ten minutes. Safe on every
 * node: a row that one has taken is not there for the others.
 *
 * @returns the function that stops it
 */
export function recordPastHours(strapi: Core.Strapi): () => void {
  const record = () =>
    strapi.db.connection
      .raw(RECORD_PAST_HOURS)
      .then(undefined, (error: unknown) =>
        strapi.log.error(`publishing-desk: refused sign-ins were not recorded: ${String(error)}`),
      );
  void record();
  const timer = setInterval(record, INTERVAL_MS).unref();
  return () => clearInterval(timer);
}
