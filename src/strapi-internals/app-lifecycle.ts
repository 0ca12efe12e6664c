import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** The listener that `createStrapi` puts on SIGTERM and SIGINT; it destroys every socket, and with it open responses. */
const SIGNAL_HANDLER = 'terminateStrapi';

/** Removes Strapi's signal handlers, so that the process can finish its responses first. */
export function removeSignalHandlers(): void {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    for (const listener of process.listeners(signal as NodeJS.Signals)) {
      if (listener.name === SIGNAL_HANDLER) process.removeListener(signal, listener);
    }
  }
}

/** Removes the file that Strapi writes into the app's folder at every start, also with the update check disabled. */
export function removeUpdaterFile(appDirectory: string): void {
  rmSync(path.join(appDirectory, '.strapi-updater.json'), { force: true });
}

/**
 * Whether a query is running or waiting for a connection. Strapi does not await what it does after a response (events,
 * webhooks); closing the pool below such a query raises an error that nobody catches.
 */
export function isDatabaseBusy(strapi: Core.Strapi): boolean {
  const { pool } = strapi.db?.connection.client ?? {};
  return Boolean(pool) && pool.numUsed() + pool.numPendingAcquires() > 0;
}

/** Lets `strapi.register()` run without the `register` of src/index.ts. */
export function skipUserLifecycles(strapi: Core.Strapi): void {
  (strapi as unknown as { runUserLifecycles(): Promise<void> }).runUserLifecycles = async () => {};
}
