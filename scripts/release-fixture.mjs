// `npm run release-fixture -- FOLDER_OF_POSTGRESQL_15_PROGRAMS`: dumps a database of this release into
// tests/fixtures/releases/VERSION.sql. See the README there.
import './lib/process/node-version.mjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { recordAnswers } from '../tests/fixtures/releases/record-answers.mjs';
import { environment } from '../tests/fixtures/releases/terms.mjs';
import { writeContent } from '../tests/fixtures/releases/write-content.mjs';
import { buildServer } from './lib/build/server.mjs';
import { prepareDataDir } from './lib/newsroom/data-dir.mjs';
import { endStrapi, loadStrapi } from './lib/newsroom/run-strapi.mjs';
import { root } from './lib/paths.mjs';
import { startThrowawayPostgres } from './lib/postgres/throwaway.mjs';
import { testEnvironment } from './lib/testing/test-environment.mjs';

process.chdir(root);
const [bin = '/usr/lib/postgresql/15/bin'] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
await buildServer({ strict: true });
const postgres = await startThrowawayPostgres({ bin });
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'release-fixture-'));
try {
  const settings = testEnvironment({ ...environment, DATABASE_URL: postgres.url, DATA_DIR: dataDir });
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
  Object.assign(process.env, settings);
  prepareDataDir(dataDir);
  const database = new pg.Client({ connectionString: postgres.url, options: '-c TimeZone=UTC' });
  await database.connect();
  const strapi = await loadStrapi();
  strapi.server.mount();
  await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;
  await writeContent({ strapi, url, database });
  await recordAnswers({ url, database });
  await database.end();
  await endStrapi(strapi);

  const file = path.join('tests/fixtures/releases', `${version}.sql`);
  const options = ['--no-owner', '--no-privileges', '--rows-per-insert=200', '--dbname', postgres.url];
  const dump = execFileSync(path.join(bin, 'pg_dump'), options, { encoding: 'utf8', maxBuffer: 64 << 20 });
  // psql's own commands mean nothing to other clients.
  writeFileSync(file, dump.replace(/^\\(un)?restrict .*\n/gm, ''));
  console.log(`${file}: ${Math.round(dump.length / 1024)} KB`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  // Connections that an error left open are cut here.
  process.on('uncaughtException', () => undefined);
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit();
