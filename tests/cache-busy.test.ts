import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { writers } from './helpers/content';
import { changes, eventually, readMetrics, get, keep, METRICS_TOKEN, ready, type Got } from './helpers/cache';
import { expectedErrors } from './helpers/log';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const POOL = 2;
const QUEUE = 4;
const PATIENCE = 30_000;

const refused = 'portal_feeds_reads_refused_total';
const waiting = 'portal_feeds_pool_waiting';
const doubts = 'portal_feeds_generations_total{reason="doubt"}';

describe('a node with more requests than it can read', () => {
  let newsroom: Newsroom;
  let elsewhere: Client;
  let serial = 0;

  const ask = (what: string) => get(`${newsroom.url}/api/portal/v1${what}`);
  const told = ({ status, headers }: Got) => [
    status,
    headers['cache-control'],
    headers['retry-after'],
    headers.warning,
  ];
  const BUSY = [503, 'no-store', '1', undefined];

  /** Blocks every read that begins, until `releaseReads`. */
  async function blockReads() {
    await elsewhere.query('BEGIN');
    await elsewhere.query('LOCK TABLE i18n_locale IN ACCESS EXCLUSIVE MODE');
  }
  const releaseReads = () => elsewhere.query('ROLLBACK');

  /** As many reads as are admitted, the last of which wait; each for an address that was not requested before. */
  async function fill() {
    const reads = Array.from({ length: POOL + QUEUE }, () => ask(`/articles?category=muc-${(serial += 1)}`));
    await eventually(
      () => readMetrics(newsroom),
      (figures) => figures(waiting) === QUEUE,
    );
    return reads;
  }

  const loseListener = () =>
    elsewhere.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'portal-feeds listener'`);

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom(({ config }) => {
      const small = { poolSize: POOL, queueSize: QUEUE, statementTimeout: PATIENCE, lockTimeout: PATIENCE };
      config.set('plugin::portal-feeds', { ...config.get<object>('plugin::portal-feeds'), ...small });
    });
    const write = writers(newsroom.strapi);
    await write.article({ title: 'Bài đã nhớ' });
    await write.category({ name: 'Mục' });
    elsewhere = new Client({ connectionString: process.env.DATABASE_URL! });
    await elsewhere.connect();
  });
  beforeEach(() => ready(newsroom));
  afterEach(async () => {
    jest.restoreAllMocks();
    await releaseReads();
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await elsewhere.end();
    await newsroom.stop();
  });

  it('refuses the surplus at once, reads the rest, and still serves cached answers', async () => {
    await keep(newsroom, '/latest-news');
    await keep(newsroom, '/categories');
    const before = await readMetrics(newsroom);
    await blockReads();
    const from = performance.now();
    const surplus: Got[] = [];
    const reads = Array.from({ length: 50 }, async (_, index) => {
      const got = await ask(`/articles?limit=${index + 1}`);
      if (got.status !== 200) surplus.push(got);
      return got;
    });
    await eventually(
      async () => surplus.length,
      (length) => length === 50 - POOL - QUEUE,
    );
    expect(performance.now() - from).toBeLessThan(PATIENCE);
    for (const got of surplus) expect(told(got)).toEqual(BUSY);
    expect(JSON.parse(surplus[0]!.body.toString())).toEqual({
      data: null,
      error: {
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'Máy chủ đang nhận quá nhiều yêu cầu. Xin thử lại sau một giây.',
        details: {},
      },
    });
    for (let count = 0; count < 5; count += 1) {
      for (const what of ['/latest-news', '/categories']) {
        expect(told(await ask(what))).toEqual([200, expect.stringMatching(/^public, max-age=/), undefined, undefined]);
      }
    }
    const during = await readMetrics(newsroom);
    expect([during(refused) - before(refused), during(waiting)]).toEqual([50 - POOL - QUEUE, QUEUE]);
    await releaseReads();
    const statuses = (await Promise.all(reads)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(POOL + QUEUE);
    expect((await ask('/articles?limit=50')).status).toBe(200);
  });

  it('shares one read among concurrent readiness checks', async () => {
    await blockReads();
    const reads = await fill();
    const asked = Array.from({ length: 20 }, () => get(`${newsroom.url}/readyz`));
    await eventually(
      () => readMetrics(newsroom),
      (figures) => figures(waiting) > QUEUE,
    );
    await pause(100);
    expect((await readMetrics(newsroom))(waiting)).toBe(QUEUE + 1);
    await releaseReads();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200));
    await Promise.all(reads);
  });

  it('serves stale answers while the listener is suspect, and does not count the database as away', async () => {
    await keep(newsroom, '/latest-news');
    const before = await readMetrics(newsroom);
    await blockReads();
    const reads = await fill();
    await loseListener();
    await eventually(
      () => readMetrics(newsroom),
      (figures) => figures(doubts) > before(doubts),
    );
    for (let count = 0; count < 3; count += 1) {
      const got = await ask('/latest-news');
      expect(told(got)).toEqual([200, expect.any(String), undefined, '110 - "Response is Stale"']);
      expect(got.body.toString()).toContain('Bài đã nhớ');
    }
    // Each was tried first; while the database is away none would be.
    expect((await readMetrics(newsroom))(refused) - before(refused)).toBe(3);
    await releaseReads();
    await Promise.all(reads);
  });

  it('serves nothing stale after a change was notified', async () => {
    await keep(newsroom, '/latest-news');
    await blockReads();
    const reads = await fill();
    const before = await readMetrics(newsroom);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    await eventually(
      () => readMetrics(newsroom),
      (figures) => figures(changes) === before(changes) + 1,
    );
    expect(told(await ask('/latest-news'))).toEqual(BUSY);
    await releaseReads();
    await Promise.all(reads);
  });

  it('serves nothing stale that a reconnection has invalidated during the read', async () => {
    await keep(newsroom, '/latest-news');
    await blockReads();
    const before = await readMetrics(newsroom);
    await loseListener();
    await eventually(
      () => readMetrics(newsroom),
      (metrics) => metrics(doubts) > before(doubts),
    );
    const late = ask('/latest-news');
    const held = `pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await eventually(
      () => elsewhere.query(`SELECT ${held}`),
      ({ rowCount }) => rowCount === 1,
    );
    await ready(newsroom);
    const logged = expectedErrors(newsroom);
    // What statementTimeout does at its end.
    await elsewhere.query(`SELECT pg_cancel_backend(pid) FROM (SELECT ${held}) AS reads`);
    expect(told(await late)).toEqual([503, 'no-store', undefined, undefined]);
    expect(logged).toEqual(['portal-feeds cannot read: canceling statement due to user request']);
  });
});
