import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../process/user-error.mjs';
import { startOf } from '../process/process-status.mjs';

/**
 * Creates DATA_DIR and the folders in it that Strapi requires before it boots.
 * @param {string} dataDir
 */
export function prepareDataDir(dataDir) {
  try {
    mkdirSync(path.join(dataDir, 'public/uploads'), { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    accessSync(path.join(dataDir, 'public/uploads'), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserError(
      `Không dùng được thư mục dữ liệu ${dataDir} (${error.code}).\n` +
        'Hãy cho tài khoản đang chạy quyền ghi vào đó, hoặc chọn thư mục khác: DATA_DIR=/duong/dan npm start',
    );
  }
}

/**
 * Locks DATA_DIR for this process with a PID file; the file of a process that no longer runs is replaced.
 * @param {string} dataDir
 * @param {{ port: number }} about what the message to a second process names
 * @returns {() => void} releases the lock
 */
export function claimDataDir(dataDir, about) {
  const file = claimFile(dataDir);
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), ...about });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        // A hard link is created atomically, and never replaces an existing file.
        linkSync(draft, file);
        return () => readClaim(dataDir) === mine && rmSync(file, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = dataDirHolder(dataDir);
      if (holder) {
        throw new UserError(
          `Tòa soạn này đang chạy rồi (tiến trình ${holder.pid}, http://localhost:${holder.port}).\n` +
            'Hãy dừng nó bằng Ctrl-C trước, hoặc chạy một tòa soạn khác: DATA_DIR=/duong/dan PORT=1400 npm start',
        );
      }
      renameSync(file, `${draft}.stale`);
      rmSync(`${draft}.stale`, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The running newsroom that has locked this DATA_DIR, or null.
 * @param {string} dataDir
 * @returns {{ pid: number, port: number } | null}
 */
export function dataDirHolder(dataDir) {
  const text = readClaim(dataDir);
  if (!text) return null;
  const { pid, start, port } = JSON.parse(text);
  return start !== null && startOf(pid) === start ? { pid, port } : null;
}

function readClaim(dataDir) {
  try {
    return readFileSync(claimFile(dataDir), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function claimFile(dataDir) {
  return path.join(dataDir, 'newsroom.pid');
}
