import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { dist, requireBuilt, root } from '../paths.mjs';
import { portError } from '../process/port.mjs';
import { listenForStop, StopRequested } from '../process/stop-signal.mjs';
import { printError } from '../process/user-error.mjs';

// Together below the 10 seconds after which containers are killed.
const bodyMs = 5_000;
const drainMs = 6_500;
const settleMs = 500;
const destroyMs = 1_500;

/**
 * Loads the built app without listening yet. Strapi's own signal handlers, which cut answers off, are taken out.
 * @param {AbortSignal} [signal] ends the wait for a boot, which may itself wait for that of another node: the process is
 *   then to exit
 * @returns {Promise<import('@strapi/types').Core.Strapi>}
 */
export async function loadStrapi(signal = AbortSignal.any([])) {
  // Strapi's parallel queries in one transaction make `pg` print a deprecation warning that no user can act on.
  // With --no-deprecation the property is already set, and read-only.
  process.noDeprecation ||= true;
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: dist });
  const { removeSignalHandlers, removeUpdaterFile } = requireBuilt('strapi-internals/app-lifecycle');
  removeUpdaterFile(root);
  removeSignalHandlers();
  try {
    return await Promise.race([strapi.load(), rejectedOnAbort(signal)]);
  } catch (error) {
    if (signal.aborted) throw error;
    // Closes the connections of a half-booted app, which releases the boot lock that other nodes wait for.
    await endStrapi(strapi).catch(() => {});
    throw error;
  }
}

const rejectedOnAbort = (signal) =>
  new Promise((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/**
 * Opens the port.
 * @param {import('@strapi/types').Core.Strapi} strapi
 * @returns {Promise<() => Promise<void>>} stops gracefully: finishes the responses in flight, then destroys Strapi
 */
export async function listen(strapi) {
  const { httpServer } = strapi.server;
  const { host, port } = strapi.config.get('server');
  const inFlight = followAnswers(httpServer);
  // Strapi's own handler exits the process on a taken port, without clean-up.
  const handlers = httpServer.listeners('error');
  httpServer.removeAllListeners('error');
  await new Promise((resolve, reject) => {
    httpServer.once('error', (error) => reject(portError(error, port, host)));
    strapi.server.listen(port, host, resolve);
  });
  httpServer.removeAllListeners('error');
  handlers.forEach((handler) => httpServer.on('error', handler));
  return async () => {
    await drain(httpServer, inFlight);
    await endStrapi(strapi);
  };
}

/**
 * Runs Strapi in this process until a stop is requested, and exits the process: with 1 after a failure.
 * @param {{ onStop?: () => void, load: (signal: AbortSignal) => Promise<import('@strapi/types').Core.Strapi>,
 *   beforeListening?: (strapi: import('@strapi/types').Core.Strapi) => Promise<void>,
 *   onListening: (strapi: import('@strapi/types').Core.Strapi) => void }} run
 */
export async function runUntilStopped({ onStop, load, beforeListening = async () => {}, onListening }) {
  const stop = listenForStop({ onStop, onFailure: printError });
  let shutDown = async () => {};
  try {
    const strapi = await load(stop.signal);
    shutDown = () => endStrapi(strapi);
    // Strapi's boot and its end remove every listener of the process.
    stop.listen();
    stop.signal.throwIfAborted();
    await beforeListening(strapi);
    stop.signal.throwIfAborted();
    shutDown = await listen(strapi);
    onListening(strapi);
    await stop.requested;
  } catch (error) {
    stop.listen();
    if (!(error instanceof StopRequested)) {
      printError(error);
      process.exitCode = 1;
    }
  }
  await shutDown().catch(printError);
  // Timers of libraries must not keep a stopped newsroom alive.
  process.exit();
}

/**
 * Ends an app that does not listen, or no longer. Strapi does not wait for what it does after an answer (events,
 * webhooks); closing the pool during such a query would be an unhandled rejection.
 */
export async function endStrapi(strapi) {
  const { isDatabaseBusy } = requireBuilt('strapi-internals/app-lifecycle');
  const end = Date.now() + settleMs;
  while (isDatabaseBusy(strapi) && Date.now() < end) await pause(20);
  const ignore = () => {};
  process.on('unhandledRejection', ignore);
  // A plugin whose destroy hangs must not block the exit.
  await within(destroyMs, strapi.destroy());
  process.removeListener('unhandledRejection', ignore);
}

/** Tracks the responses in flight, so that a stop can ask their connections to close. */
function followAnswers(httpServer) {
  const answers = new Set();
  const state = { stopping: false, answers };
  httpServer.prependListener('request', (request, response) => {
    if (state.stopping) response.setHeader('Connection', 'close');
    answers.add(response);
    response.once('close', () => answers.delete(response));
  });
  return state;
}

async function drain(httpServer, inFlight) {
  inFlight.stopping = true;
  for (const response of inFlight.answers) if (!response.headersSent) response.setHeader('Connection', 'close');
  const closed = new Promise((resolve) => httpServer.close(resolve));
  // Idle keep-alive connections would hold the server open for seconds.
  httpServer.closeIdleConnections();
  const idle = setInterval(() => httpServer.closeIdleConnections(), 100);
  const late = setTimeout(() => {
    for (const { req } of inFlight.answers) if (!req.complete) req.destroy();
  }, bodyMs);
  await within(drainMs, closed);
  clearTimeout(late);
  clearInterval(idle);
  httpServer.closeAllConnections();
}

function within(ms, promise) {
  let timer;
  const limit = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
