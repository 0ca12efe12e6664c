import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { UserError } from '../process/user-error.mjs';
import { canEnter, postgresAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';
import {
  createCluster,
  databaseUser,
  keepCluster,
  memorySettings,
  startCluster,
  stopCluster,
  withClient,
} from './cluster.mjs';

const databaseName = 'newsroom';
/** The parent of data folders that are outside DATA_DIR, because the account `postgres` cannot enter it. */
const reachableFolder = '/var/lib/portal-newsroom';

/**
 * Starts the embedded PostgreSQL on DATA_DIR/postgres, or adopts the server that still runs there, and sets DATABASE_*
 * to it.
 * @param {string} dataDir
 * @param {{ say?: (line: string) => void }} options
 * @returns {Promise<{ adopted: boolean, stop: () => Promise<void>,
 *   keepRunning: (onRestart: () => void) => () => Promise<void>, inUseBy: (pattern: string) => Promise<number> }>}
 */
export async function runEmbeddedPostgres(dataDir, { say = console.log } = {}) {
  const cluster = locate(dataDir, say);
  if (existsSync(path.join(cluster.folder, 'PG_VERSION'))) checkCluster(cluster);
  else await createCluster(cluster);
  if (!existsSync(cluster.own)) symlinkSync(cluster.folder, cluster.own);
  const { port, adopted } = await startCluster(cluster);
  try {
    await withClient(cluster, port, 'postgres', async (client) => {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
      if (!rowCount) await client.query(`CREATE DATABASE ${databaseName}`);
    });
  } catch (error) {
    if (!adopted) await stopCluster(cluster.folder);
    throw error;
  }
  Object.assign(process.env, {
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: String(port),
    DATABASE_NAME: databaseName,
    DATABASE_USERNAME: databaseUser,
    DATABASE_PASSWORD: cluster.password,
    DATABASE_SSL: 'false',
  });
  return {
    adopted,
    stop: () => stopCluster(cluster.folder),
    keepRunning: (onRestart) => keepCluster(cluster, port, onRestart),
    /** The number of connections of other programs whose application_name matches this LIKE pattern. */
    inUseBy: (pattern) =>
      withClient(cluster, port, 'postgres', async (client) => {
        const { rows } = await client.query(
          'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE $1 AND application_name <> $2',
          [pattern, process.env.PGAPPNAME],
        );
        return rows[0].n;
      }),
  };
}

/** Determines the data folder, the folder of the programs, and the account. */
function locate(dataDir, say) {
  const password = process.env.EMBEDDED_DATABASE_PASSWORD;
  const own = path.join(dataDir, 'postgres');
  if (isLink(own) && !existsSync(own)) {
    throw new UserError(`${own} trỏ tới một thư mục không còn nữa. Hãy khôi phục thư mục đó, hoặc xóa ${own}.`);
  }
  let folder = existsSync(own) ? realpathSync(own) : own;
  if (existsSync(folder) && ![0, undefined, statSync(folder).uid].includes(process.getuid?.())) {
    throw new UserError(`${folder} thuộc về một tài khoản khác, chỉ tài khoản đó (hoặc root) chạy được tòa soạn này.`);
  }
  const account = postgresAccount(folder);
  if (!canEnter(account, path.dirname(folder))) {
    folder = createReachableFolder(own);
    say(`PostgreSQL chạy bằng tài khoản postgres và không vào được ${dataDir}: dữ liệu của nó nằm ở ${folder}.`);
  }
  const { bin, major, copied } = postgresBinaries(account, path.dirname(folder));
  if (copied) say(`Tài khoản postgres không vào được node_modules: chương trình của nó chạy từ bản sao ở ${bin}.`);
  const settings = hasOwnMemorySetting(folder) ? [] : memorySettings();
  return { own, folder, bin, major, account, password, settings };
}

/** Whether somebody has set the memory of this server's pages; initdb writes PostgreSQL's default. */
function hasOwnMemorySetting(folder) {
  const lines = ['postgresql.conf', 'postgresql.auto.conf']
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.some((line) => /^\s*shared_buffers\b/.test(line) && !/=\s*128MB\s/.test(line));
}

/**
 * Creates a folder outside DATA_DIR; once the database exists, a symbolic link in DATA_DIR leads there. Each has a unique
 * name, so that a DATA_DIR that was deleted and created again does not find the old database.
 */
function createReachableFolder(own) {
  if (existsSync(own)) {
    throw new UserError(
      `Tài khoản postgres không vào được ${own}, nơi đã có dữ liệu.\n` +
        'Hãy cho phép vào các thư mục phía trên (chmod o+x), hoặc chạy bằng tài khoản sở hữu dữ liệu.',
    );
  }
  mkdirSync(reachableFolder, { recursive: true });
  chmodSync(reachableFolder, 0o755);
  const dataDir = realpathSync(path.dirname(own));
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = mkdtempSync(path.join(reachableFolder, `${name}-`));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'belongs-to'), `${dataDir}\n`);
  return path.join(folder, 'postgres');
}

/** Checks that this version of PostgreSQL and this account can use the folder. */
function checkCluster({ folder, major, account }) {
  const made = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (made !== major) {
    throw new UserError(
      `Dữ liệu ở ${folder} là của PostgreSQL ${made}, còn bản kèm theo là ${major}.\n` +
        'Hãy dùng lại phiên bản dự án đã tạo ra nó để xuất dữ liệu, rồi nạp vào một DATA_DIR mới.',
    );
  }
  const owner = statSync(folder).uid;
  if (account.uid !== undefined && owner !== account.uid) {
    // A copy made by root belongs to root; PostgreSQL requires that it owns its folder.
    spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
  }
}

function isLink(file) {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    // Not there at all.
    return false;
  }
}
