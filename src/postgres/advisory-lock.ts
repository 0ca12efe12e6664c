import { Client, type ClientConfig } from 'pg';

/** A lock that is held until `release` is called or the connection behind it ends. */
export interface AdvisoryLock {
  release(): Promise<void>;
}

/**
 * Waits for a session-level advisory lock and takes it, over a connection of its own: a pool would hand the session
 * to others, and the lock has to outlive any transaction.
 *
 * @throws what the server or the network says when no connection can be made
 */
export async function takeAdvisoryLock(
  connection: ClientConfig,
  [space, key]: readonly [number, number],
): Promise<AdvisoryLock> {
  // Handed over as it is: knex hides the password in it from whoever copies the visible properties.
  const client = new Client(connection);
  // The server lets go of the lock when the connection ends, whatever ended it; nothing is left to do here.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', [space, key]);
  } catch (error) {
    await client.end();
    throw error;
  }
  let released: Promise<void> | undefined;
  return { release: () => (released ??= client.end()) };
}
