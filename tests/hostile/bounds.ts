import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import type { Newsroom } from '../helpers/newsroom';
import { tell } from './cases';
import type { Attacked } from './newsroom-under-attack';

const MEGABYTE = 1024 * 1024;

/**
 * Megabytes by which memory may grow between the second quarter of a run, when every cache is warm, and the last: medians
 * of samples after a full collection, since what a process has resident varies with the machine's other work.
 */
const MOST_HEAP = 15;
const MOST_RSS = 120;
const SAMPLES = 16;
/** Strapi's pool, the read pool of the contract, and that of stored files. */
const MOST_CONNECTIONS = 24;

/** What a stranger adds no row to. */
const TABLES = ['desk.versions', 'desk.previews', 'strapi_sessions', 'admin_users', 'files', 'articles'];

/** In bytes; `heap` with what buffers hold outside it. */
type Memory = { heap: number; rss: number };

/**
 * Watches what a run of requests takes and leaves behind: memory, files in the temporary folder, rows, connections. The
 * newsroom starts with `environment`; `begin`, `note` for each case, and `expectHeld` surround the run.
 */
export function watchBounds() {
  let temporary: string;
  let newsroom: Newsroom;
  let rows: Rows;
  let total: number;
  let noted = 0;
  let peak = 0;
  const samples: Memory[] = [];

  return {
    /** A temporary folder of the newsroom's own. */
    async environment(): Promise<{ TMPDIR: string }> {
      temporary = await fs.mkdtemp(path.join(os.tmpdir(), 'attacked-'));
      return { TMPDIR: temporary };
    },

    async begin(attacked: Attacked, cases: number): Promise<void> {
      newsroom = attacked.newsroom;
      total = cases;
      rows = await countRows(newsroom);
    },

    note(): void {
      noted += 1;
      if (noted % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      if (noted % Math.ceil(total / SAMPLES) === 0) samples.push(memoryInUse());
    },

    /** @param audit rows that the run may add to the audit at most */
    async expectHeld({ audit = 0 } = {}): Promise<void> {
      await filesUntilNone(temporary);
      const quarter = Math.floor(samples.length / 4);
      const grown = (kind: keyof Memory) => {
        const sizes = samples.map((sample) => sample[kind]);
        return toMegabytes(median(sizes.slice(-quarter)) - median(sizes.slice(quarter, 2 * quarter)));
      };
      const { audit: before, ...others } = rows;
      const { audit: after, ...othersAfter } = await countRows(newsroom);
      const connections = await connectionsOf(newsroom);
      tell(
        `grown: heap ${grown('heap')} MB, RSS ${grown('rss')} MB; RSS at most ${toMegabytes(peak)} MB; ` +
          `audit ${after - before} rows; ${connections.database} connections of the database`,
      );
      expect(othersAfter).toEqual(others);
      expect(after - before).toBeLessThanOrEqual(audit);
      expect(connections).toEqual({ clients: expect.any(Number), database: expect.any(Number), busy: [] });
      expect(connections.clients).toBeLessThanOrEqual(1);
      expect(connections.database).toBeLessThanOrEqual(MOST_CONNECTIONS);
      expect(grown('heap')).toBeLessThan(MOST_HEAP);
      expect(grown('rss')).toBeLessThan(MOST_RSS);
    },

    /** For the end, when the newsroom has stopped: not even its own folder is left. */
    async expectNoFolders(): Promise<void> {
      expect(await fs.readdir(temporary)).toEqual([]);
      await fs.rm(temporary, { recursive: true });
    },
  };
}

const median = (numbers: number[]) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!;

const toMegabytes = (bytes: number) => Math.round(bytes / MEGABYTE);

/** Bytes that are still needed: asked after a full collection, which V8 does on demand only when told so. */
export function memoryInUse(): Memory {
  v8.setFlagsFromString('--expose-gc');
  vm.runInNewContext('gc')();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

type Rows = { audit: number } & Record<string, number>;

async function countRows({ sql }: Newsroom): Promise<Rows> {
  const counts = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`);
  const [row] = await sql(`SELECT (SELECT count(*)::int FROM desk.audit) AS audit, ${counts.join(', ')}`);
  return row as Rows;
}

/** Open connections of clients and of the newsroom to its database, and statements that still run. */
export async function connectionsOf({ strapi, sql }: Newsroom) {
  const clients = await new Promise<number>((resolve) =>
    strapi.server.httpServer.getConnections((_, count) => resolve(count)),
  );
  const others = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const busy = await sql(`SELECT state, query ${others} AND state <> 'idle'`);
  const [database] = await sql(`SELECT count(*)::int ${others}`);
  return { clients, database: Number(database!.count), busy };
}

/** Waits until no file is left in a folder: that of the last request is removed after its answer. */
async function filesUntilNone(folder: string): Promise<void> {
  // A folder may be removed while it is read.
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries?.every((entry) => !entry.isFile())) return;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return filesUntilNone(folder);
}
