import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this PID runs, under any account. A zombie does not count as running. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/**
 * The start time of a process, in a form that differs for a later process with the same PID; null when there is none.
 * PIDs are reused, most of all in containers.
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

/** The fields of /proc/PID/stat from the state on; null on other systems. */
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
 * @returns {Promise<boolean>} whether it ended in time
 */
export async function waitForEnd(pid, withinMs) {
  const end = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
