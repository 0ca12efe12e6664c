import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { NewsroomProcess, script } from './helpers/newsroom-process';

const ARTICLE = 'plugin::newsroom.article';

describe('a node that boots beside one that editors work on', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  /** Holds its transaction open, as a slow writer does. */
  let slow: Client;
  /** Sees who waits for a lock. */
  let watcher: Client;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    slow = new Client({ connectionString: process.env.DATABASE_URL });
    await slow.connect();
    watcher = new Client({ connectionString: process.env.DATABASE_URL });
    await watcher.connect();
  });
  afterAll(async () => {
    await NewsroomProcess.endAll();
    await slow.end();
    await watcher.end();
    await newsroom.stop();
  });

  const boot = () =>
    new NewsroomProcess(script('lib/testing/boot-once.mjs'), { ...process.env, LOG_LEVEL: 'warn' } as never);

  /** How long `work` takes, in milliseconds. */
  async function duration(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
  }

  /** How long `work` took, in milliseconds, each time that it was done until `end` settled; the shortest first. */
  async function durations(end: Promise<unknown>, work: () => Promise<unknown>): Promise<number[]> {
    const state = { ended: false, durations: [] as number[] };
    const watched = end.finally(() => (state.ended = true));
    while (!state.ended) {
      state.durations.push(await duration(work));
      await pause(20);
    }
    await watched;
    return state.durations.sort((a, b) => a - b);
  }

  it('with nothing to do waits for none of their transactions, and delays none of their saves', async () => {
    const [held, other] = [await write.article(), await write.article()];
    await slow.query('BEGIN');
    await slow.query('UPDATE articles SET title = title WHERE document_id = $1', [held.documentId]);
    const save = () =>
      documentsOf(newsroom.strapi)(ARTICLE).update({
        documentId: other.documentId,
        locale: 'vi',
        data: { title: 'Lưu trong lúc một máy khác khởi động' },
      });
    // What a save takes on this machine without a boot beside it.
    const alone: number[] = [];
    for (let count = 0; count < 20; count += 1) alone.push(await duration(save));

    const node = boot();
    const waiting: unknown[] = [];
    const watch = durations(node.exited, async () => {
      // Other tests have databases on the same server.
      const { rows } = await watcher.query(
        'SELECT lock.* FROM pg_locks lock JOIN pg_stat_activity session USING (pid) WHERE NOT granted AND datname = current_database()',
      );
      waiting.push(...rows);
    });
    const saves = await durations(node.exited, save);
    await watch;
    expect([await node.exited, node.output]).toEqual([{ code: 0, signal: null }, expect.any(String)]);
    await slow.query('ROLLBACK');
    expect(waiting).toEqual([]);
    expect(saves.length).toBeGreaterThan(3);
    expect(saves.at(-1)).toBeLessThan(1_000 + Math.max(...alone));
  });

  it('with a column to add retries until their transactions end, and delays no other statement for long', async () => {
    const { documentId } = await write.redirect({ from: '/cu', to: '/moi' });
    // With the trigger by which it is searched.
    await newsroom.sql('ALTER TABLE redirects DROP COLUMN reason CASCADE');
    await newsroom.sql(`UPDATE strapi_database_schema SET hash = 'of another version'`);
    await slow.query('BEGIN');
    await slow.query('UPDATE redirects SET "to" = $1 WHERE document_id = $2', ['/moi-hon', documentId]);
    const node = boot();
    // It has given up once, and tries again until the transaction below ends.
    await node.says('Đang chờ khóa của một giao dịch đang chạy');
    const reads = await durations(pause(4_000), () => newsroom.sql('SELECT "from", "to" FROM redirects'));
    await slow.query('COMMIT');
    expect([await node.exited, node.output]).toEqual([{ code: 0, signal: null }, expect.any(String)]);
    const columns = await newsroom.sql(
      `SELECT attname FROM pg_attribute WHERE attrelid = 'redirects'::regclass AND attname = 'reason'`,
    );
    expect(columns).toHaveLength(1);
    expect(reads.at(-1)).toBeLessThan(2_000);
  });
});
