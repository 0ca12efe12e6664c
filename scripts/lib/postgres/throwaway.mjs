import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from '../process/user-error.mjs';
import { canEnter, postgresAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';
import { createCluster, databaseUser, startCluster, stopCluster } from './cluster.mjs';
import { startOf } from '../process/process-status.mjs';

const prefix = 'portal-newsroom-test-';
// Durability is not needed: the data is deleted at the end.
const fastSettings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/**
 * Starts a PostgreSQL server for one run of tests; `stop` deletes its folder.
 * @param {{ bin?: string }} options `bin`: the folder of its programs, where they are not those of node_modules
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` leads to the database `postgres` as superuser
 */
export async function startThrowawayPostgres({ bin } = {}) {
  const account = postgresAccount('');
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(account, folder));
  if (!parent) throw new UserError('Không có thư mục tạm nào mà PostgreSQL vào được. Hãy sửa TMPDIR.');
  await removeLeftovers(parent);
  const folder = mkdtempSync(path.join(parent, prefix));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'owner'), `${process.pid} ${startOf(process.pid)}`);
  const password = randomBytes(12).toString('hex');
  const stop = () => remove(folder);
  try {
    const programs = bin ?? postgresBinaries(account, folder).bin;
    const cluster = { folder: path.join(folder, 'postgres'), bin: programs, account, password, settings: fastSettings };
    await createCluster(cluster, { sync: false });
    const { port } = await startCluster(cluster);
    return { url: `postgres://${databaseUser}:${password}@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Removes the servers and folders of runs that were killed. */
async function removeLeftovers(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(parent, name);
    const [pid, ...start] = ownerOf(folder);
    if (pid && startOf(Number(pid)) !== start.join(' ')) await remove(folder);
  }
}

function ownerOf(folder) {
  try {
    return readFileSync(path.join(folder, 'owner'), 'utf8').split(' ');
  } catch {
    // Being created, or another account's: left alone.
    return [];
  }
}

async function remove(folder) {
  await stopCluster(path.join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
