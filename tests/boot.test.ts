import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Strapi from '@strapi/strapi';
import { Client } from 'pg';
import { bootLockKey } from '../src/postgres/lock-keys';
import { TEMPLATE } from './helpers/newsroom';
import { root, script } from './helpers/newsroom-process';

describe('a boot', () => {
  const server = new URL(process.env.TEST_DATABASE_URL ?? '');
  const database = new URL(server);
  database.pathname = `boot_${randomBytes(6).toString('hex')}`;
  let folder: string;

  async function onServer(statement: string) {
    const client = new Client({ connectionString: server.href });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'newsroom-boot-'));
    await fs.mkdir(path.join(folder, 'public/uploads'), { recursive: true });
    await onServer(`CREATE DATABASE ${database.pathname.slice(1)} TEMPLATE ${TEMPLATE}`);
    Object.assign(process.env, { DATABASE_URL: database.href, DATA_DIR: folder });
  });

  afterAll(async () => {
    await onServer(`DROP DATABASE ${database.pathname.slice(1)} WITH (FORCE)`);
    await fs.rm(folder, { recursive: true });
  });

  it('waits while another node boots on the same database', async () => {
    const other = new Client({ connectionString: database.href });
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1, $2)', [...bootLockKey]);
    const [node = '', ...args] = script('lib/testing/boot-once.mjs');
    // Jest's environment is a copy of the process's: a child has to be given it.
    const boot = spawn(node, args, { env: process.env, stdio: 'inherit' });
    const ended = once(boot, 'exit');
    const waiting = () =>
      other.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`);
    while ((await waiting()).rowCount === 0 && boot.exitCode === null) await pause(50);
    const waited = boot.exitCode === null;

    await other.end();
    expect(await ended).toEqual([0, null]);
    expect(waited).toBe(true);
  });

  it('uses UTC on its connections, whatever time zone the database has', async () => {
    await onServer(`ALTER DATABASE ${database.pathname.slice(1)} SET TimeZone TO 'Asia/Ho_Chi_Minh'`);
    const strapi = await loadApp();
    const { rows } = await strapi.db.connection.raw('RESET TimeZone; SHOW TimeZone').then((results) => results[1]);
    await strapi.destroy();
    expect(rows).toEqual([{ TimeZone: 'UTC' }]);
  });

  it('is refused when a plugin has no server part', async () => {
    const dist = path.join(folder, 'dist');
    const ghost = path.join(folder, 'src/plugins/ghost');
    for (const part of ['config', 'src']) {
      await fs.cp(path.join(root, 'dist', part), path.join(dist, part), { recursive: true });
    }
    await fs.symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    await fs.mkdir(ghost, { recursive: true });
    await fs.writeFile(
      path.join(ghost, 'package.json'),
      JSON.stringify({ name: 'ghost', strapi: { kind: 'plugin', name: 'ghost' } }),
    );
    await fs.writeFile(
      path.join(dist, 'config/plugins.js'),
      `module.exports = { ghost: { enabled: true, resolve: ${JSON.stringify(ghost)} } };`,
    );
    const { createStrapi } = requireApp('@strapi/strapi') as typeof Strapi;
    const strapi = createStrapi({ appDir: root, distDir: dist });
    await expect(strapi.load()).rejects.toThrow('ghost');
    await strapi.destroy();
  });
});
