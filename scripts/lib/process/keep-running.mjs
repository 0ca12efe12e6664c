import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
/** A process that ran as long as this is started again without delay growing further. */
const steadyMs = 60_000;

/**
 * Runs a module as a child process and starts it again whenever it ends by itself, after a delay that doubles from one
 * second to thirty. The child sends a message once it is ready. A child that exits with 0 was asked to end by a signal of
 * its own.
 *
 * @param {string} module path of the module
 * @param {{ signal: AbortSignal, onEnd: (how: string, delayMs: number) => void }} options `signal` stops the child, by
 *   SIGTERM, and with it the repetition; `onEnd` is called at each unexpected end
 * @returns {Promise<{ message: unknown, ended: Promise<void> }>} the first child's message, and the end of the last one
 * @throws {ChildFailed} when the first child ends before it is ready; it has said why itself
 */
export async function keepRunning(module, { signal, onEnd }) {
  let child = start(module, signal);
  const message = await Promise.race([
    once(child, 'message').then(([first]) => first),
    // Rejected only where the race is still on.
    once(child, 'exit').then(([code]) => Promise.reject(new ChildFailed(code ?? 1))),
  ]);
  const repeat = async () => {
    let delay = firstDelayMs;
    for (;;) {
      const since = Date.now();
      const [code, killedBy] = child.exitCode !== null ? [child.exitCode, child.signalCode] : await once(child, 'exit');
      if (code === 0 || signal.aborted) return;
      if (Date.now() - since > steadyMs) delay = firstDelayMs;
      onEnd(killedBy ?? `mã ${code}`, delay);
      await pause(delay, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      delay = Math.min(delay * 2, longestDelayMs);
      child = start(module, signal);
    }
  };
  return { message, ended: repeat() };
}

/** The child's exit code is the one to exit with. */
export class ChildFailed extends Error {
  constructor(code) {
    super();
    this.code = code;
  }
}

function start(module, signal) {
  const child = fork(module);
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  child.once('exit', () => signal.removeEventListener('abort', stop));
  if (signal.aborted) stop();
  return child;
}
