import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const patienceMs = 3000;

/**
 * Runs a program to its end in its own process group, so that a stop request ends its descendants as well.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, signal?: AbortSignal,
 *   onLine?: (line: string) => void, show?: boolean }} options `show` inherits our terminal
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { signal, onLine, show = false, ...place } = {}) {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...place,
      detached: process.platform !== 'win32',
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr].filter(Boolean)) {
      createInterface({ input: stream }).on('line', (line) => {
        output = `${output}${line}\n`.slice(-20_000);
        onLine?.(line);
      });
    }
    let patience;
    const end = () => {
      killGroup(child.pid, 'SIGTERM');
      // npm would take most of a minute to clean up what the next install removes anyway.
      patience = setTimeout(() => killGroup(child.pid, 'SIGKILL'), patienceMs);
    };
    signal?.addEventListener('abort', end, { once: true });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(patience);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code: code ?? 1, output });
    });
  });
}

function killGroup(pid, name) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
