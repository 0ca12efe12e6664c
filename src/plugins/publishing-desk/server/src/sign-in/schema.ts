/**
 * A step: the tables of the limits and of refused sign-ins.
 *
 * `attempts` has a row of a key (`limits.ts`) from its first attempt until its time is over. `refused_sign_ins` counts
 * by hour, account and network; a row whose account and network are empty counts what exceeds the number of rows of an
 * hour. Instants are UTC, without a zone.
 */
export const createAttempts = `
  CREATE TABLE desk.attempts (
    key text PRIMARY KEY,
    tries integer NOT NULL,
    ends_at timestamp NOT NULL
  );
  CREATE INDEX attempts_by_end ON desk.attempts (ends_at);

  CREATE TABLE desk.refused_sign_ins (
    hour timestamp NOT NULL,
    account text NOT NULL,
    network text NOT NULL,
    refused integer NOT NULL,
    PRIMARY KEY (hour, account, network)
  )`;
