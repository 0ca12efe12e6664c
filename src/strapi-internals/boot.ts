import type { Core } from '@strapi/strapi';
import type { Client } from 'pg';

type Bootstrap = () => Promise<Core.Strapi>;
type Sync = () => Promise<string>;

/**
 * Runs `wrapper` around all that Strapi does once plugins are registered: schema sync, and every bootstrap. To be called
 * in `register`. Relies on `Strapi.load` calling `this.bootstrap()` after `register`.
 */
export function aroundBootstrap(strapi: Core.Strapi, wrapper: (bootstrap: Bootstrap) => Promise<Core.Strapi>): void {
  const booting = strapi as unknown as { bootstrap: Bootstrap };
  const { bootstrap } = booting;
  booting.bootstrap = () => wrapper(() => bootstrap.call(strapi));
}

/**
 * Runs `wrapper` around Strapi's migrations and its schema sync. Relies on `bootstrap` calling `db.schema.sync()`, and
 * on the sync changing the schema in one transaction, so that it can run again after a failure.
 */
export function aroundSchemaSync(strapi: Core.Strapi, wrapper: (sync: Sync) => Promise<string>): void {
  const { schema } = strapi.db as unknown as { schema: { sync: Sync } };
  const sync = schema.sync.bind(schema);
  schema.sync = () => wrapper(sync);
}

/**
 * Runs work during which no connection of Strapi's waits longer than `timeout` milliseconds for a lock. Relies on knex
 * taking every connection, also a transaction's, through `client.acquireConnection`.
 */
export async function withLockTimeout<Result>(
  strapi: Core.Strapi,
  timeout: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = strapi.db.connection.client as { acquireConnection(): Promise<Client> };
  const acquire = client.acquireConnection;
  const limited = new Set<Client>();
  client.acquireConnection = async () => {
    const connection = await acquire.call(client);
    if (!limited.has(connection)) await connection.query(`SET lock_timeout = ${timeout}`);
    limited.add(connection);
    return connection;
  };
  try {
    return await work();
  } finally {
    client.acquireConnection = acquire;
    await Promise.all([...limited].map((connection) => connection.query('RESET lock_timeout')));
  }
}
