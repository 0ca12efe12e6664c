import { readFileSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// npm forwards the Ctrl-C that the terminal has already sent to us: two signals within this time are one request.
const oneRequestMs = 1000;

/**
 * Listens for a request to stop: a signal, the end of the process that runs us, or, with `onFailure`, an error that
 * nobody caught, after which the process finishes what it can and exits with code 1.
 * @param {{ onStop?: (why: string) => void, onFailure?: (error: unknown) => void }} options
 * @returns {{ signal: AbortSignal, requested: Promise<void>, listen: () => void, close: () => void }} `listen` adds
 *   the signal handlers again, since `strapi.destroy()` removes every listener of the process
 */
export function listenForStop({ onStop, onFailure } = {}) {
  // Ctrl-C also ends the program that our output is piped into; the write error must not end the clean-up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const controller = new AbortController();
  let since = 0;
  const request = (why) => {
    if (!since) {
      since = Date.now();
      onStop?.(why);
      controller.abort(new StopRequested(why));
    } else if (signals.includes(why) && Date.now() - since > oneRequestMs) {
      console.error('Thoát ngay, không chờ nữa.');
      process.exit(130);
    }
  };
  const fail = (error) => {
    onFailure(error);
    process.exitCode = 1;
    request('failure');
  };
  const handlers = signals.map((name) => [name, () => request(name)]);
  if (onFailure) handlers.push(['uncaughtException', fail]);
  if (process.connected) handlers.push(['disconnect', () => request('parent')]);
  const unlisten = () => handlers.forEach(([name, handler]) => process.removeListener(name, handler));
  const listen = () => {
    unlisten();
    handlers.forEach(([name, handler]) => process.on(name, handler));
  };
  listen();
  const watch = watchParent(() => request('parent'));
  return {
    signal: controller.signal,
    requested: new Promise((resolve) => controller.signal.addEventListener('abort', () => resolve(), { once: true })),
    listen,
    close() {
      clearInterval(watch);
      unlisten();
    },
  };
}

/** Thrown by an interrupted step; not a failure. */
export class StopRequested extends Error {}

/** Under npm our parent is npm, or a shell that npm started and that outlives it. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const grandparent = shellParent(parent);
  return setInterval(() => {
    if (process.ppid !== parent || (grandparent && shellParent(parent) !== grandparent)) onGone();
  }, 1000).unref();
}

/** The parent of a process that is a shell; undefined for others, and where there is no /proc. */
function shellParent(pid) {
  try {
    const [, name, , ppid] = /^\d+ \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return /^(ba|da|z|a)?sh$/.test(name) ? Number(ppid) : undefined;
  } catch {
    // No /proc on this system: only the direct parent is watched.
    return undefined;
  }
}
