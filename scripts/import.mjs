// `npm run import -- FILE|FOLDER…`: old pages into the newsroom, whether it runs at the moment or not.
import './node-version.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildServer } from './build-server.mjs';
import { dataFolderHolder, prepareDataFolder } from './data-folder.mjs';
import { runEmbeddedPostgres } from './embedded-postgres.mjs';
import {
  calledFrom,
  databaseIsConfigured,
  dist,
  fillFrom,
  readRootEnvironment,
  setFixedEnvironment,
} from './environment.mjs';
import { installPackages } from './install-packages.mjs';
import { printError } from './plain-error.mjs';
import { endStrapi, loadStrapi } from './run-strapi.mjs';
import { writeMissingSecrets } from './secrets.mjs';
import { listenForStop, StopRequested } from './stop-request.mjs';

const interrupted = 130;
const stop = listenForStop({ onStop: () => console.error('\nĐang dừng việc nhập…') });
const undo = [];
try {
  process.exitCode = await importPages();
} catch (error) {
  stop.listen();
  process.exitCode = error instanceof StopRequested ? interrupted : 1;
  if (!(error instanceof StopRequested)) printError(error);
}
for (const action of undo.reverse()) await action().catch(printError);
stop.close();
process.exit();

async function importPages() {
  const { dataDir } = readRootEnvironment();
  prepareDataFolder(dataDir);
  fillFrom(path.join(dataDir, '.env'));
  setFixedEnvironment();
  process.env.LOG_LEVEL ||= 'warn';
  await installPackages(stop.signal);
  await buildServer({ signal: stop.signal });
  writeMissingSecrets(dataDir);
  process.env.PGAPPNAME = `portal-newsroom import ${process.pid}`;
  if (!databaseIsConfigured()) {
    const postgres = await runEmbeddedPostgres(dataDir);
    // The newsroom that runs on it keeps it, and so does another import.
    undo.push(async () => {
      const needed = dataFolderHolder(dataDir) || (await postgres.inUseBy('portal-newsroom %').catch(() => 0)) > 0;
      if (!needed) await postgres.stop();
    });
  }
  stop.signal.throwIfAborted();
  const strapi = await loadStrapi();
  undo.push(() => endStrapi(strapi).finally(stop.listen));
  stop.listen();
  stop.signal.throwIfAborted();
  const { runImport } = createRequire(import.meta.url)(path.join(dist, 'src/plugins/legacy-import/server/src/cli.js'));
  const work = runImport(strapi, process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: calledFrom,
  });
  return Promise.race([work, stop.requested.then(() => interrupted)]);
}
