import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../process/port.mjs';
import { UserError } from '../process/user-error.mjs';
import { runCommand } from '../process/run-command.mjs';
import { commandOf, isAlive, waitForEnd } from '../process/process-status.mjs';

/** The role that owns the databases of our clusters. */
export const databaseUser = 'newsroom';

const maximumLogBytes = 5_000_000;
// Replaying a day's work after a power cut may take minutes.
const startTimeoutMs = 300_000;

const megabyte = 1_024 ** 2;

const machineMemory = () => Math.min(os.totalmem(), process.constrainedMemory() || Infinity);

/**
 * Settings by the machine's memory, or the container's: an eighth of it for PostgreSQL's own pages, within limits. With its
 * default, 128 MB, the search of a large newsroom copies every page from the system's cache.
 * @param {number} memory bytes
 * @returns {string[]} `name=value`
 */
export function memorySettings(memory = machineMemory()) {
  const buffers = Math.min(Math.max(Math.floor(memory / 8 / megabyte), 128), 2_048);
  return [`shared_buffers=${buffers}MB`];
}

/**
 * @typedef {object} Cluster
 * @property {string} folder PostgreSQL's data folder
 * @property {string} bin the folder of its programs
 * @property {{ uid?: number, gid?: number }} account the account that it runs as
 * @property {string} password of `databaseUser`
 * @property {string[]} [settings] further `name=value`
 */

/**
 * Creates the data folder under a draft name and renames it when it is complete, so that an interruption leaves nothing
 * that looks like a database.
 * @param {Cluster} cluster
 * @param {{ sync?: boolean }} options
 */
export async function createCluster({ folder, bin, account, password }, { sync = true } = {}) {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = path.join(draft, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) for (const file of [draft, passwordFile]) chownSync(file, account.uid, account.gid);
  const flags = [
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--locale=C',
    '--auth=scram-sha-256',
  ];
  const place = [`--pgdata=${path.join(draft, 'data')}`, `--username=${databaseUser}`, `--pwfile=${passwordFile}`];
  let result;
  // pg_trgm asks the C library which characters are letters; under plain `C` it skips every Vietnamese one.
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']) {
    const args = [...place, ...flags, `--lc-ctype=${letters}`, ...(sync ? [] : ['--no-sync'])];
    result = await runCommand(path.join(bin, 'initdb'), args, { ...account, cwd: '/', env: environment() });
    if (result.code === 0) break;
    rmSync(path.join(draft, 'data'), { recursive: true, force: true });
  }
  if (result.code !== 0) throw new UserError(`Không tạo được cơ sở dữ liệu trong ${folder}:\n\n${result.output}`);
  renameSync(path.join(draft, 'data'), folder);
  rmSync(draft, { recursive: true, force: true });
}

/**
 * Starts the cluster, or adopts the server that already runs on it.
 * @param {Cluster} cluster
 * @returns {Promise<{ port: number, adopted: boolean }>}
 */
export async function startCluster(cluster) {
  for (let attempt = 1; ; attempt += 1) {
    const running = runningServer(cluster.folder);
    if (running && (await answers(cluster, running))) return { port: running.port, adopted: true };
    // A stale PID that now belongs to another program would keep PostgreSQL from starting.
    rmSync(path.join(cluster.folder, 'postmaster.pid'), { force: true });
    const port = await freePort();
    try {
      if (await launch(cluster, port)) return { port, adopted: false };
    } catch (error) {
      await stopCluster(cluster.folder);
      throw error;
    }
    if (attempt === 3) {
      throw new UserError(`PostgreSQL kèm theo không khởi động được. Nhật ký của nó:\n\n${logTail(cluster.folder)}`);
    }
    // Processes of a killed server hold its shared memory for a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * Starts the server again, on the same port, whenever it has ended by itself: the kernel kills the largest process when
 * memory runs out.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {() => void} onRestart
 * @returns {() => Promise<void>} stops watching
 */
export function keepCluster(cluster, port, onRestart) {
  let starting;
  const watch = setInterval(() => {
    if (!starting && !runningServer(cluster.folder)) starting = start().finally(() => (starting = undefined));
  }, 500);
  async function start() {
    rmSync(path.join(cluster.folder, 'postmaster.pid'), { force: true });
    // Fails for a moment while processes of a killed server still hold its memory.
    const started = await launch(cluster, port).catch(() => false);
    if (started) onRestart();
  }
  return async () => {
    clearInterval(watch);
    await starting;
  };
}

/**
 * Stops the server of this data folder, if one runs.
 * @param {string} folder
 */
export async function stopCluster(folder) {
  const running = runningServer(folder);
  if (!running) return;
  // SIGINT is the fast shutdown: open connections are closed, committed data is kept.
  process.kill(running.pid, 'SIGINT');
  // It writes what its pages hold: up to 2 GB, of a slow disk.
  if (await waitForEnd(running.pid, 180_000)) return;
  process.kill(running.pid, 'SIGQUIT');
  await waitForEnd(running.pid, 10_000);
}

/**
 * Runs SQL on a new connection, and closes it.
 * @param {{ password: string }} cluster
 * @param {number} port
 * @param {string} database
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @template T
 */
export async function withClient({ password }, port, database, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: databaseUser,
    password,
    database,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // When the server stops, the running query reports it.
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The server that runs on this folder, from postmaster.pid: the PID on line 1, the port on line 4. */
function runningServer(folder) {
  let lines;
  try {
    lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isAlive(pid) && isServerOf(pid, folder) ? { pid, port } : null;
}

/** Whether the process is a PostgreSQL server on this folder. */
function isServerOf(pid, folder) {
  if (!/postgres/.test(commandOf(pid) ?? '')) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    // No /proc, or no permission: the folder is on the server's command line too.
    return commandOf(pid).includes(folder);
  }
}

/** Waits until a server accepts connections; false when it ends before that. */
async function answers(cluster, { pid, port }) {
  const end = Date.now() + startTimeoutMs;
  for (;;) {
    try {
      await withClient(cluster, port, 'postgres', (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      if (!isAlive(pid)) return false;
      if (error.code === '28P01') {
        throw new UserError(
          `Mật khẩu trong tệp .env không mở được cơ sở dữ liệu ${cluster.folder}.\n` +
            'Hãy đặt lại tệp .env đã đi cùng dữ liệu này, hoặc chọn thư mục dữ liệu khác bằng DATA_DIR.',
        );
      }
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function launch(cluster, port) {
  const { folder, bin, account, settings = [] } = cluster;
  const log = openLog(folder, account);
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...settings,
  ];
  // Detached, so that Ctrl-C does not reach it: the newsroom stops before its database.
  const server = spawn(path.join(bin, 'postgres'), ['-D', folder, ...all.flatMap((setting) => ['-c', setting])], {
    ...account,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  const failed = new Promise((resolve) => server.once('error', resolve));
  const { pid } = server;
  if (!pid) throw await failed;
  return answers(cluster, { pid, port });
}

function openLog(folder, account) {
  const file = logFile(folder);
  if (existsSync(file) && statSync(file).size > maximumLogBytes) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  if (account.uid !== undefined) chownSync(file, account.uid, account.gid);
  return log;
}

function logTail(folder) {
  return readFileSync(logFile(folder), 'utf8').trim().split('\n').slice(-12).join('\n');
}

function logFile(folder) {
  return path.join(folder, 'server.log');
}

/** PostgreSQL's programs do not inherit the caller's locale, time zone, or PG* variables. */
function environment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
