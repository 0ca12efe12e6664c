import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { UserError } from '../process/user-error.mjs';

/** PostgreSQL refuses to run as root. */
const accountName = 'postgres';

/**
 * The account that PostgreSQL runs as: ours, or as root the owner of the data folder, else `postgres`.
 * @param {string} cluster the data folder, which need not exist yet
 * @returns {{ uid?: number, gid?: number }} ready to be spread into spawn's options
 */
export function postgresAccount(cluster) {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  return idsOf(accountName) ?? createAccount();
}

/**
 * Whether this account can enter a folder, which depends on every folder above it.
 * @param {{ uid?: number, gid?: number }} account
 * @param {string} folder
 */
export function canEnter(account, folder) {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

/**
 * Whether this account can run a program at its path.
 * @param {{ uid?: number, gid?: number }} account
 * @param {string} program
 */
export function canRun(account, program) {
  const { status } = spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' });
  return status === 0;
}

function idsOf(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function createAccount() {
  const attempts = [
    [
      'useradd',
      '--system',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      accountName,
    ],
    ['adduser', '-S', '-D', '-H', accountName],
  ];
  for (const [command, ...args] of attempts) spawnSync(command, args, { stdio: 'ignore' });
  const ids = idsOf(accountName);
  if (ids) return ids;
  throw new UserError(
    `PostgreSQL không chạy dưới quyền root, và không tạo được tài khoản hệ thống \`${accountName}\` cho nó.\n` +
      'Hãy chạy bằng một tài khoản thường, hoặc tự tạo tài khoản đó, hoặc đặt DATABASE_URL.',
  );
}
