import path from 'node:path';
import { buildServer } from '../build/server.mjs';
import { dataDirHolder, prepareDataDir } from './data-dir.mjs';
import { runEmbeddedPostgres } from '../postgres/embedded.mjs';
import { databaseIsConfigured, fillFrom, readRootEnvironment, setFixedEnvironment } from './environment.mjs';
import { installPackages } from '../build/install-packages.mjs';
import { printError } from '../process/user-error.mjs';
import { endStrapi, loadStrapi } from './run-strapi.mjs';
import { writeMissingSecrets } from './secrets.mjs';
import { listenForStop, StopRequested } from '../process/stop-signal.mjs';

const interrupted = 130;

/**
 * Runs a command on the newsroom's database, whether the newsroom runs or not. Exits the process with the code that
 * `work` returns; 130 when it is interrupted, 1 when it throws.
 *
 * @param {string} onStop the message when it is interrupted
 * @param {(strapi: import('@strapi/types').Core.Strapi) => Promise<number>} work
 */
export async function runOnNewsroom(onStop, work) {
  const stop = listenForStop({ onStop: () => console.error(`\n${onStop}`) });
  const undo = [];
  try {
    const strapi = await openNewsroom(stop, undo);
    process.exitCode = await Promise.race([work(strapi), stop.requested.then(() => interrupted)]);
  } catch (error) {
    stop.listen();
    process.exitCode = error instanceof StopRequested ? interrupted : 1;
    if (!(error instanceof StopRequested)) printError(error);
  }
  for (const action of undo.reverse()) await action().catch(printError);
  stop.close();
  process.exit();
}

async function openNewsroom(stop, undo) {
  const { dataDir } = readRootEnvironment();
  prepareDataDir(dataDir);
  fillFrom(path.join(dataDir, '.env'));
  setFixedEnvironment();
  process.env.LOG_LEVEL ||= 'warn';
  await installPackages(stop.signal);
  await buildServer({ signal: stop.signal });
  writeMissingSecrets(dataDir);
  process.env.PGAPPNAME = `portal-newsroom command ${process.pid}`;
  if (!databaseIsConfigured()) {
    const postgres = await runEmbeddedPostgres(dataDir);
    // A running newsroom, or another command, still needs it.
    undo.push(async () => {
      const needed = dataDirHolder(dataDir) || (await postgres.inUseBy('portal-newsroom %').catch(() => 0)) > 0;
      if (!needed) await postgres.stop();
    });
  }
  stop.signal.throwIfAborted();
  const strapi = await loadStrapi(stop.signal);
  undo.push(() => endStrapi(strapi).finally(stop.listen));
  stop.listen();
  stop.signal.throwIfAborted();
  return strapi;
}
