// `npm run build`: the server and the admin panel into dist, where they are stale.
import './node-version.mjs';
import { buildPanel } from './build-panel.mjs';
import { buildServer } from './build-server.mjs';
import { readRootEnvironment } from './environment.mjs';
import { printError } from './plain-error.mjs';
import { listenForStop, StopRequested } from './stop-request.mjs';

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
