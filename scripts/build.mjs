// `npm run build`: the server and the admin panel into dist, where they are stale.
import './lib/process/node-version.mjs';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { readRootEnvironment } from './lib/newsroom/environment.mjs';
import { printError } from './lib/process/user-error.mjs';
import { listenForStop, StopRequested } from './lib/process/stop-signal.mjs';

const { signal, close } = listenForStop();
try {
  readRootEnvironment();
  await buildServer({ signal, strict: true });
  await buildPanel({ signal });
} catch (error) {
  process.exitCode = error instanceof StopRequested ? 130 : 1;
  if (!(error instanceof StopRequested)) printError(error);
}
close();
