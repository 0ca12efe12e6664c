import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this number runs, whoever's it is. One that has ended and was not collected does not run. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/**
 * When a process began, in words that differ for a later process of the same number; null when there is none.
 * Numbers are reused, soonest in containers, where the same few come back at every start.
 * @param {number} pid
 */
export function startOf(pid) {
  const stat = statOf(pid);
  if (stat) return `ticks ${stat[19]}`;
  return process.platform === 'linux' ? null : commandField(pid, 'lstart');
}

/** The command line of a process, or null. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    // Not Linux, or gone.
    return process.platform === 'linux' ? null : commandField(pid, 'command');
  }
}

/** What Linux knows of a process, from its state on; null elsewhere. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
  } catch {
    // Not Linux, or gone.
    return null;
  }
}

function commandField(pid, field) {
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Waits until a process is gone.
 * @param {number} pid
 * @param {number} withinMs
 * @returns {Promise<boolean>} whether it went in time
 */
export async function waitForEnd(pid, withinMs) {
  const end = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
