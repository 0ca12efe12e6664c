import { setTimeout as pause } from 'node:timers/promises';

const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';
const ATTEMPTS = 120;

/**
 * Runs work that gives up waiting for locks (`lock_timeout`), again until it gets them: with pauses of random length,
 * in which those who queued behind it go on. About three minutes in all.
 *
 * @param onFirstRetry is called once, when a lock was not granted for the first time
 * @throws what the work throws, if that is not about locks, or at the last attempt
 */
export async function retryWhileLocked<Result>(work: () => Promise<Result>, onFirstRetry: () => void): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isAboutLocks(error) || attempt === ATTEMPTS) throw error;
      if (attempt === 1) onFirstRetry();
      await pause(500 + Math.random() * 1_000);
    }
  }
}

/** Also of an error that is wrapped in another. */
function isAboutLocks(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return code === LOCK_NOT_AVAILABLE || code === DEADLOCK || (cause !== undefined && isAboutLocks(cause));
}
