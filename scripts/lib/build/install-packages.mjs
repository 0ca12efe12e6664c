import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { UserError } from '../process/user-error.mjs';
import { step } from '../process/progress.mjs';
import { runCommand } from '../process/run-command.mjs';

const lockFile = path.join(root, 'package-lock.json');
// npm writes this copy of the lock file at the end of an install, so that an interrupted install is detected too.
const installedFile = path.join(root, 'node_modules/.package-lock.json');

/** Runs `npm ci --include=dev` unless node_modules matches the lock file. */
export async function installPackages(signal) {
  if (!installIsStale()) return;
  const folders = foldersToInstall();
  const { code, output } = await step('Cài các gói npm', (detail) => {
    const count = () => folders.filter((folder) => existsSync(path.join(root, folder, 'package.json'))).length;
    const timer = setInterval(() => detail(`${count()}/${folders.length} gói`), 1000);
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    return runCommand(npm(), args, { cwd: root, env: npmEnvironment(), signal }).finally(() => clearInterval(timer));
  });
  if (code !== 0) throw new UserError(`\`npm ci\` không cài được các gói:\n\n${output.trim()}`);
}

/** Whether a package of the lock file is missing or has another version, or an extra package is installed. */
function installIsStale() {
  if (!existsSync(installedFile)) return true;
  const wanted = readLock(lockFile).packages;
  const installed = readLock(installedFile).packages;
  const differs = (name) => {
    const [a, b] = [wanted[name], installed[name]];
    // Packages of other platforms are not installed.
    if (!b) return !a.optional && !a.devOptional && !a.peer;
    return !a || a.version !== b.version || a.integrity !== b.integrity;
  };
  return [...new Set([...Object.keys(wanted), ...Object.keys(installed)])].some((name) => name !== '' && differs(name));
}

function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The folders of the packages for this platform; npm leaves out the others. */
function foldersToInstall() {
  const fits = (list, mine) => !list || list.includes(mine) || (list[0]?.startsWith('!') && !list.includes(`!${mine}`));
  return Object.entries(readLock(lockFile).packages)
    .filter(([folder, { os, cpu }]) => folder && fits(os, process.platform) && fits(cpu, process.arch))
    .map(([folder]) => folder);
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/** The environment for npm, without what an outer npm set for its own command: this one would take it for its own. */
export function npmEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: 'development' };
}
