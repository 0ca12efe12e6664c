import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { isDatabaseBusy } from '../../src/strapi-internals/app-lifecycle';

export const TEMPLATE = 'template_newsroom';

export type Newsroom = {
  strapi: Core.Strapi;
  /** Where it listens, without a slash at its end. */
  url: string;
  /** Rows of a statement, on a connection of the test's own, in UTC. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
};

/**
 * A whole newsroom of a test's own: the built app in this process, on a clone of the migrated template database, with
 * its own data folder and a free port. One at a time in a process, since Strapi is a global there.
 *
 * @param alter what is changed of the app once it is registered, before it meets its database
 * @param options another database to clone, and environment variables
 */
export async function startNewsroom(
  alter?: (strapi: Core.Strapi) => void,
  { template = TEMPLATE, environment = {} }: { template?: string; environment?: Record<string, string> } = {},
): Promise<Newsroom> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests through npm test.');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'newsroom-'));
  await fs.mkdir(path.join(dataDir, 'public/uploads'), { recursive: true });
  await onServer(server, `CREATE DATABASE ${database} TEMPLATE ${template}`);

  const url = new URL(server);
  url.pathname = database;
  process.env.DATABASE_URL = url.href;
  process.env.DATA_DIR = dataDir;
  process.env.PUBLIC_URL = 'http://127.0.0.1:1337';
  Object.assign(process.env, environment);
  const strapi = await loadApp(alter);
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const client = new Client({ connectionString: url.href, options: '-c TimeZone=UTC' });
  await client.connect();

  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    async sql(text, values) {
      const { rows } = await client.query(text, values);
      // A write past the newsroom is notified a moment later; a test reads at once.
      strapi.plugin('portal-feeds').service('cache').catchUp();
      return rows;
    },
    async stop() {
      await client.end();
      await eventsRead(strapi);
      await strapi.destroy();
      await onServer(server, `DROP DATABASE ${database} WITH (FORCE)`);
      await fs.rm(dataDir, { recursive: true });
    },
  };
}

/** Waits, a while at most, for what Strapi reads after a write has answered: an event fails whose connection is gone. */
async function eventsRead(strapi: Core.Strapi): Promise<void> {
  const end = Date.now() + 5_000;
  while (isDatabaseBusy(strapi) && Date.now() < end) await pause(10);
}

/** Runs a statement on the server, outside every database of a test. */
async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
