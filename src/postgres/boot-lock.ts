import type { Client } from 'pg';
import { bootLockKey } from './lock-keys';

/**
 * Waits until no other node boots on this database. The lock is the session's: it ends with the connection, whatever
 * ended that.
 *
 * @param onWait is called when another node holds the lock
 */
export async function takeBootLock(client: Client, onWait: () => void): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    ...bootLockKey,
  ]);
  if (rows[0]?.taken) return;
  onWait();
  await client.query('SELECT pg_advisory_lock($1, $2)', [...bootLockKey]);
}
