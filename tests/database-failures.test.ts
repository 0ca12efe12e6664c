import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { eventually, get, keep, METRICS_TOKEN, ready } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp } from './helpers/newsroom-process';
import { nodeBehindProxy } from './helpers/node-behind-proxy';
import { signIn, type Session } from './helpers/sign-in';
import type { TcpProxy } from './helpers/tcp-proxy';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

/** Milliseconds within which every save is answered. */
const LIMIT = 15_000;

type Outcome = { status: number; message: string; milliseconds: number };

describe('a node whose database fails while editors write', () => {
  let newsroom: Newsroom;
  let node: Awaited<ReturnType<typeof nodeBehindProxy>>;
  let proxy: TcpProxy;
  let lan: Session;
  let articles: string[];

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    node = await nodeBehindProxy();
    ({ proxy } = node);
    lan = await signIn({ ...newsroom, url: node.url }, 'strapi-super-admin', 'lan@example.vn');
    const write = writers(newsroom.strapi);
    articles = [];
    for (let made = 0; made < 3; made += 1) articles.push((await write.article()).documentId);
  });
  afterEach(async () => {
    proxy.become('open');
    await ready(node);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await cleanUp();
    proxy.close();
    await newsroom.stop();
  });

  async function save(documentId: string, title: string): Promise<Outcome> {
    const start = performance.now();
    const answer = await lan.ask('PUT', `${ARTICLES}/${documentId}?locale=vi`, { title });
    const { error } = (await answer.json()) as { error?: { message: string } };
    return { status: answer.status, message: error?.message ?? '', milliseconds: performance.now() - start };
  }

  /** Three editors who save one after another until `end` settles; what each save was answered. */
  async function saveUntil(end: Promise<unknown>): Promise<Outcome[]> {
    const state = { ended: false, saves: 0 };
    const watched = end.finally(() => (state.ended = true));
    const outcomes: Outcome[] = [];
    await Promise.all(
      articles.map(async (documentId) => {
        while (!state.ended) outcomes.push(await save(documentId, `Bài lần ${(state.saves += 1)}`));
      }),
    );
    await watched;
    return outcomes;
  }

  const expectInWords = (outcomes: Outcome[]) => {
    for (const { status, message, milliseconds } of outcomes) {
      if (status !== 200) expect([status, message]).toEqual([503, expect.stringMatching(/vẫn còn trong biểu mẫu/)]);
      expect(milliseconds).toBeLessThan(LIMIT);
    }
  };

  it('goes on when every connection is lost, again and again, and answers each save in words', async () => {
    await keep(node, '/latest-news');
    const faults = async () => {
      for (let fault = 0; fault < 4; fault += 1) {
        await pause(300);
        proxy.become('away');
        await pause(200);
        proxy.become('open');
      }
    };
    const outcomes = await saveUntil(faults());
    expectInWords(outcomes);
    expect(outcomes.some(({ status }) => status === 503)).toBe(true);
    expect(
      (
        await eventually(
          () => save(articles[0]!, 'Bài sau sự cố'),
          ({ status }) => status === 200,
        )
      ).status,
    ).toBe(200);
  });

  it('serves readers while the database is away for seconds, and editors as soon as it is back', async () => {
    await keep(node, '/latest-news');
    const away = async () => {
      proxy.become('away');
      const outcomes = await Promise.all(articles.map((documentId) => save(documentId, 'Bài lúc mất kết nối')));
      expect(outcomes.map(({ status }) => status)).toEqual([503, 503, 503]);
      expectInWords(outcomes);
      expect((await get(`${node.url}/api/portal/v1/latest-news`)).status).toBe(200);
      proxy.become('open');
    };
    await away();
    const back = performance.now();
    await eventually(
      () => save(articles[0]!, 'Bài sau khi có lại'),
      ({ status }) => status === 200,
    );
    expect(performance.now() - back).toBeLessThan(5_000);
  });

  it('gives up a connection that no longer answers', async () => {
    proxy.become('silent');
    const outcome = await save(articles[1]!, 'Bài lúc im lặng');
    expectInWords([outcome]);
    expect(outcome.status).toBe(503);
    proxy.become('open');
    await eventually(
      () => save(articles[1]!, 'Bài sau im lặng'),
      ({ status }) => status === 200,
    );
  });

  it('answers saves that wait for one document longer than they may, and all others meanwhile', async () => {
    const holder = new Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM articles WHERE document_id = $1 FOR UPDATE', [articles[2]]);
    const waiting = Array.from({ length: 14 }, (_, number) => save(articles[2]!, `Bài thứ ${number}`));
    const outcomes = await Promise.all(waiting);
    expectInWords(outcomes);
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 503));
    await holder.query('ROLLBACK');
    await holder.end();
    expect((await save(articles[2]!, 'Bài khi hết chờ')).status).toBe(200);
  });

  it('runs a save again that met a deadlock', async () => {
    const other = new Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query(`SET deadlock_timeout = '60s'`);
    await other.query('BEGIN');
    await other.query('SELECT FROM articles WHERE document_id = $1 FOR UPDATE', [articles[0]]);
    const saved = save(articles[0]!, 'Bài qua khóa chéo');
    const waits = `SELECT FROM pg_stat_activity WHERE pg_blocking_pids(pid) @> ARRAY[pg_backend_pid()]`;
    await eventually(
      () => other.query(waits),
      ({ rowCount }) => rowCount === 1,
    );
    // Waits for the save, which waits for it.
    await other.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `plugin::newsroom.article ${articles[0]}`,
    ]);
    await other.query('ROLLBACK');
    await other.end();
    expect((await saved).status).toBe(200);
    const rows = await newsroom.sql(`SELECT title FROM articles WHERE document_id = $1 AND published_at IS NULL`, [
      articles[0],
    ]);
    expect(rows).toEqual([{ title: 'Bài qua khóa chéo' }]);
  });
});
