import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from '../process/user-error.mjs';
import { canEnter, postgresAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';
import { createCluster, databaseUser, memorySettings, startCluster, stopCluster, withClient } from './cluster.mjs';
import { startOf } from '../process/process-status.mjs';

const prefix = 'portal-newsroom-test-';
// Durability is not needed: the data is deleted at the end.
const fastSettings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/**
 * Linux's file system in memory. A database of a newsroom has more than a thousand files, which a disk takes up to a second
 * to create.
 */
const memory = '/dev/shm';
const gibibyte = 1_024 ** 3;
/** What a whole suite fills, several times, and what has to be left for the processes. */
const leastRoom = { files: 4 * gibibyte, memory: 8 * gibibyte };

/**
 * Starts a PostgreSQL server for one run of tests; `stop` deletes its folder.
 * @param {{ bin?: string, withReplica?: boolean, inMemory?: boolean }} options `bin`: the folder of its programs, where
 *   they are not those of node_modules; `withReplica`: whether a second server follows it by streaming replication;
 *   `inMemory`: whether its folder is in memory, where there is room
 * @returns {Promise<{ url: string, replicaUrl?: string, folder: string, stop: () => Promise<void> }>} both addresses lead
 *   to the database `postgres` as superuser; `folder` is there until `stop`, and any account can enter it
 */
export async function startThrowawayPostgres({ bin, withReplica = false, inMemory = false } = {}) {
  const account = postgresAccount('');
  const parents = [...new Set([memory, os.tmpdir(), '/tmp', '/var/tmp'])].filter((folder) => existsSync(folder));
  for (const folder of parents) await removeLeftovers(folder);
  const parent = parents.find(
    (folder) => (folder !== memory || (inMemory && hasRoomInMemory())) && canEnter(account, folder),
  );
  if (!parent) throw new UserError('Không có thư mục tạm nào mà PostgreSQL vào được. Hãy sửa TMPDIR.');
  const folder = mkdtempSync(path.join(parent, prefix));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'owner'), `${process.pid} ${startOf(process.pid)}`);
  const password = randomBytes(12).toString('hex');
  const stop = () => remove(folder);
  try {
    const programs = bin ?? postgresBinaries(account, folder).bin;
    // A suite has a hundred small databases; what is measured has the memory of the server that `npm start` brings.
    const settings = [...fastSettings, ...(inMemory ? [] : memorySettings())];
    const cluster = { folder: path.join(folder, 'postgres'), bin: programs, account, password, settings };
    await createCluster(cluster, { sync: false });
    const { port } = await startCluster(cluster);
    const urlOf = (at) => `postgres://${databaseUser}:${password}@127.0.0.1:${at}/postgres`;
    if (!withReplica) return { url: urlOf(port), folder, stop };
    const replica = await startReplica({ ...cluster, folder: path.join(folder, 'replica') }, { ...cluster, port });
    return { url: urlOf(port), replicaUrl: urlOf(replica.port), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Containers often forbid to run programs there. */
function hasRoomInMemory() {
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find((line) => line.split(' ')[1] === memory);
  if (!mount || mount.split(' ')[3].split(',').includes('noexec')) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= leastRoom.files && process.availableMemory() >= leastRoom.memory;
}

/**
 * A base backup of a running server by its own functions, since node_modules has no pg_basebackup, and a server on it
 * that goes on from there.
 */
async function startReplica(replica, primary) {
  await withClient(primary, primary.port, 'postgres', async (client) => {
    await client.query("SELECT pg_backup_start('replica', true)");
    cpSync(primary.folder, replica.folder, { recursive: true, filter: (file) => !file.endsWith('postmaster.pid') });
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop()');
    writeFileSync(path.join(replica.folder, 'backup_label'), rows[0].labelfile);
    writeFileSync(path.join(replica.folder, 'standby.signal'), '');
  });
  chmodSync(replica.folder, 0o700);
  const { uid, gid } = replica.account;
  if (uid !== undefined) spawnSync('chown', ['-R', `${uid}:${gid}`, replica.folder]);
  const source = `host=127.0.0.1 port=${primary.port} user=${databaseUser} password=${primary.password}`;
  return startCluster({ ...replica, settings: [...replica.settings, `primary_conninfo=${source}`] });
}

/** Removes the servers and folders of runs that were killed. */
async function removeLeftovers(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(parent, name);
    const [pid, ...start] = isOurs(folder) ? ownerOf(folder) : [];
    if (pid && startOf(Number(pid)) !== start.join(' ')) await remove(folder);
  }
}

function isOurs(folder) {
  const { uid } = statSync(folder, { throwIfNoEntry: false }) ?? {};
  return uid !== undefined && [0, uid].includes(process.getuid());
}

function ownerOf(folder) {
  try {
    return readFileSync(path.join(folder, 'owner'), 'utf8').split(' ');
  } catch {
    // Being created.
    return [];
  }
}

async function remove(folder) {
  for (const server of ['replica', 'postgres']) await stopCluster(path.join(folder, server));
  rmSync(folder, { recursive: true, force: true });
}
