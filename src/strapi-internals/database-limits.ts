import type { Core } from '@strapi/strapi';
import type { Client } from 'pg';

/** How long Strapi waits for its database, in milliseconds. */
type DatabaseLimits = {
  /** For a connection of the pool, a new one included. */
  connection: number;
  /** For a lock that another transaction holds (55P03). */
  lock: number;
  /** For a statement (57014). */
  statement: number;
  /** For any answer, where the server or the network is silent: the connection is then closed. */
  answer: number;
  /** For the next statement of a transaction, after which the server ends it (25P03). */
  idleTransaction: number;
};

type Pool = { acquireTimeoutMillis: number };
type Knex = { acquireConnection(): Promise<Connection>; releaseConnection(connection: Connection): Promise<void> } & {
  pool: Pool;
  connectionSettings: { connectionTimeoutMillis?: number };
};
type Connection = Client & {
  __knexUid: string;
  /** Why knex's pool is not to lend the connection again. */
  __knex__disposed?: unknown;
  connection: { stream: { destroy(): void; setKeepAlive(enable: boolean, delay: number): void } };
  connectionParameters: { query_timeout?: number };
};

/**
 * Bounds every wait of Strapi's own connections, which have no limits by default: a connection that died silently held a
 * save for minutes. Keep-alive finds a dead connection that idles; the server finds a dead client by `tcp_user_timeout`.
 * To be called after the schema sync, whose statements may take long. Relies on knex taking every connection, also a
 * transaction's, through `client.acquireConnection`, and on `pg` reading `query_timeout` from its parameters.
 *
 * @returns puts back what it replaced
 */
export function limitDatabaseWaits(strapi: Core.Strapi, limits: DatabaseLimits): () => void {
  const knex = strapi.db.connection;
  const client = knex.client as Knex;
  const acquire = client.acquireConnection;
  const limited = new Map<string, Connection>();
  client.pool.acquireTimeoutMillis = Math.min(client.pool.acquireTimeoutMillis, limits.connection);
  client.connectionSettings.connectionTimeoutMillis ??= limits.connection;

  client.acquireConnection = async () => {
    const connection = await acquire.call(client);
    if (limited.has(connection.__knexUid)) return connection;
    limited.set(connection.__knexUid, connection);
    connection.once('end', () => limited.delete(connection.__knexUid));
    connection.connection.stream.setKeepAlive(true, limits.answer);
    connection.connectionParameters.query_timeout = limits.answer;
    try {
      await connection.query(sessionLimits(limits));
      return connection;
    } catch (error) {
      close(connection, error);
      await client.releaseConnection(connection);
      throw error;
    }
  };

  const closeSilent = (error: Error, { __knexUid: uid }: { __knexUid: string }) => {
    const connection = limited.get(uid);
    if (connection && error.message.endsWith('Query read timeout')) close(connection, error);
  };
  knex.on('query-error', closeSilent);
  return () => {
    client.acquireConnection = acquire;
    knex.removeListener('query-error', closeSilent);
  };
}

/** Not `end()`, which waits for a reply that a dead connection never sends. */
function close(connection: Connection, reason: unknown): void {
  connection.__knex__disposed = reason;
  connection.connection.stream.destroy();
}

const sessionLimits = ({ lock, statement, answer, idleTransaction }: DatabaseLimits): string => `
  SET lock_timeout = ${lock};
  SET statement_timeout = ${statement};
  SET idle_in_transaction_session_timeout = ${idleTransaction};
  SET tcp_user_timeout = ${answer}`;
