import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { dependencies } from '../../package.json';
import { freePort, NewsroomProcess, root } from './newsroom-process';

const run = promisify(execFile);
const APPS = path.join(root, 'tests/install/apps');

/** The packages that create-strapi-app installs. */
const host = {
  '@strapi/strapi': dependencies['@strapi/strapi'],
  pg: '8.20.0',
  react: '^18.0.0',
  'react-dom': '^18.0.0',
  'react-router-dom': '^6.0.0',
  'styled-components': '^6.0.0',
};

const SECRETS = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];

type Settings = Record<string, string>;

/** A host app outside the repository, so that it cannot resolve our packages, with the tarballs that a test installs. */
export class BlankApp {
  database = '';

  private constructor(readonly folder: string) {}

  /** With what its own package.json asks for, which npm may have to fetch. */
  static async make(): Promise<BlankApp> {
    const app = new BlankApp(await fs.mkdtemp(path.join(os.tmpdir(), 'blank-app-')));
    await app.install([]);
    return app;
  }

  /**
   * Makes it the app of a folder in tests/install/apps, on an empty database, with just these plugins.
   *
   * @param settings for its .env, beside the secrets and the database
   */
  async become(app: string, plugins: string[], settings: Settings = {}): Promise<void> {
    for (const place of ['config', 'src', 'public', '.env']) {
      await fs.rm(path.join(this.folder, place), { recursive: true, force: true });
    }
    await fs.cp(path.join(APPS, 'blank'), this.folder, { recursive: true });
    await fs.cp(path.join(APPS, app), this.folder, { recursive: true });
    await fs.mkdir(path.join(this.folder, 'public/uploads'), { recursive: true });
    await this.install(plugins);
    this.database = await emptyDatabase();
    const secrets = SECRETS.map((name) => [name, randomBytes(16).toString('base64')]);
    const all = { ...Object.fromEntries(secrets), DATABASE_URL: addressOf(this.database), TZ: 'UTC', ...settings };
    const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
    await fs.writeFile(path.join(this.folder, '.env'), lines.join(''));
  }

  /** Starts it as `npm start` would, with nothing in its environment but the port. */
  async start(): Promise<{ process: NewsroomProcess; url: string }> {
    const port = String(await freePort());
    const process = this.strapi(['start'], { HOST: '127.0.0.1', PORT: port });
    return { process, url: `http://127.0.0.1:${port}` };
  }

  /** Runs a command of Strapi's in it. */
  strapi(words: string[], settings: Settings = {}): NewsroomProcess {
    const { PATH = '', HOME = '' } = process.env;
    const bin = path.join(this.folder, 'node_modules/@strapi/strapi/bin/strapi.js');
    return new NewsroomProcess([process.execPath, bin, ...words], { PATH, HOME, ...settings }, this.folder);
  }

  /** Rows of a statement in its database. */
  async sql(text: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: addressOf(this.database) });
    await client.connect();
    return (await client.query(text).finally(() => client.end())).rows;
  }

  remove(): Promise<void> {
    return fs.rm(this.folder, { recursive: true, force: true });
  }

  private async install(plugins: string[]): Promise<void> {
    const { version } = JSON.parse(await fs.readFile(path.join(root, 'src/plugins/newsroom/package.json'), 'utf8'));
    const tarballs = plugins.map((name) => [
      `@portal-newsroom/${name}`,
      `file:${path.join(root, 'dist/plugins', `portal-newsroom-${name}-${version}.tgz`)}`,
    ]);
    const manifest = {
      name: 'blank',
      version: '0.1.0',
      private: true,
      dependencies: { ...host, ...Object.fromEntries(tarballs) },
      strapi: { uuid: false, telemetryDisabled: true },
    };
    await fs.writeFile(path.join(this.folder, 'package.json'), JSON.stringify(manifest));
    const env = { ...process.env, NODE_ENV: 'development' };
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: this.folder, env });
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `blank_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  return name;
}

function addressOf(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = database;
  return url.href;
}
