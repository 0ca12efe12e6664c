import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { writers } from './helpers/content';
import { changes, eventually, readMetrics, get, keep, METRICS_TOKEN, misses, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

const doubts = 'portal_feeds_generations_total{reason="doubt"}';

describe('the response cache and its listener', () => {
  let newsroom: Newsroom;
  let elsewhere: Client;
  let lan: Session;
  let photo: unknown;

  const read = async (what: string) => (await get(`${newsroom.url}/api/portal/v1${what}`)).body.toString();
  const blocked = () =>
    elsewhere.query(
      'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
    );
  const rename = (name: string) => elsewhere.query('UPDATE categories SET name = $1', [name]);

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    await write.category({ name: 'Mục' });
    photo = (await write.picture()).id;
    await write.article({ slug: 'anh', cover: photo });
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    elsewhere = new Client({ connectionString: process.env.DATABASE_URL! });
    await elsewhere.connect();
    await ready(newsroom);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await elsewhere.end();
    await newsroom.stop();
  });

  it('serves nothing cached while the listening connection is lost, and again after it reconnected', async () => {
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'portal-feeds listener'`;
    for (let turn = 0; turn < 5; turn += 1) {
      await read('/categories');
      const before = await readMetrics(newsroom);
      expect((await elsewhere.query(kill)).rowCount).toBeGreaterThan(0);
      // Nobody is notified of this change.
      await rename(`Mục ${turn}`);
      await eventually(
        () => readMetrics(newsroom),
        (figures) => figures(doubts) > before(doubts),
      );
      for (let count = 0; count < 5; count += 1) expect(await read('/categories')).toContain(`"Mục ${turn}"`);
      await ready(newsroom);
      await keep(newsroom, '/categories');
      expect(await read('/categories')).toContain(`"Mục ${turn}"`);
    }
  });

  const WRITES: [string, (text: string) => Promise<void>, string][] = [
    [
      'in this process',
      async (name: string) => void (await writers(newsroom.strapi).category({ name })),
      '/categories',
    ],
    [
      'by a request that bypasses the document service',
      async (caption: string) =>
        void (await lan.ask(
          'POST',
          `/upload?id=${photo}`,
          { fileInfo: { caption } },
          { 'X-Desk-Reason': 'chu-thich' },
        )),
      '/articles/anh',
    ],
  ];

  it.each(WRITES)('delays reads after a write %s until its notification arrives', async (_, act, what) => {
    await keep(newsroom, what);
    const [listener] = await newsroom.sql(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal-feeds listener'`,
    );
    const pid = Number(listener!.pid);
    await keep(newsroom, what);
    const before = await readMetrics(newsroom);
    process.kill(pid, 'SIGSTOP');
    let seen: string | undefined;
    try {
      await act('Vừa ghi');
      void read(what).then((body) => (seen = body));
      await pause(500);
      const waits = seen === undefined;
      // On a busy machine the heartbeat is overdue by now, and then reads do not wait.
      if ((await readMetrics(newsroom))(doubts) === before(doubts)) expect(waits).toBe(true);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await eventually(async () => seen, Boolean);
    expect(seen).toContain('Vừa ghi');
    await ready(newsroom);
  });

  it('does not keep an answer when a change is notified while it is read', async () => {
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    await keep(newsroom, '/latest-news');
    const before = await readMetrics(newsroom);
    await elsewhere.query('BEGIN');
    await elsewhere.query('LOCK TABLE i18n_locale IN ACCESS EXCLUSIVE MODE');
    const older = read('/categories');
    await eventually(blocked, ({ rowCount }) => rowCount === 1);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    await eventually(
      () => readMetrics(newsroom),
      (figures) => figures(changes) === before(changes) + 1,
    );
    // Requested after the change: it must not wait for the older read.
    const newer = read('/categories');
    await eventually(blocked, ({ rowCount }) => rowCount === 2);
    await elsewhere.query('COMMIT');
    await Promise.all([older, newer]);
    expect((await readMetrics(newsroom))(misses)).toBe(before(misses) + 2);
    // The newer answer is cached, and the older one does not replace it.
    const after = await readMetrics(newsroom);
    await keep(newsroom, '/categories');
    expect((await readMetrics(newsroom))(misses)).toBe(after(misses));
  });
});
