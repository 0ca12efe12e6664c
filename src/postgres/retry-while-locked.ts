import { setTimeout as pause } from 'node:timers/promises';
import { isContention } from './failures';

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
      if (!isContention(error) || attempt === ATTEMPTS) throw error;
      if (attempt === 1) onFirstRetry();
      await pause(500 + Math.random() * 1_000);
    }
  }
}
