import { setTimeout as pause } from 'node:timers/promises';
import { writers } from './helpers/content';
import { eventually, readMetrics, get, hits, METRICS_TOKEN, misses, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const times = 'portal_feeds_generations_total{reason="time"}';

describe('a cached answer that time changes', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const read = async (what: string) => (await get(`${newsroom.url}/api/portal/v1${what}`)).body.toString();
  const soon = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 1_500);

  /** Reads repeatedly: one answer before the instant, and from the timer of that instant on only the other. */
  async function expectTurnAt(instant: number, what: string, isAfter: (text: string) => boolean) {
    const before = await readMetrics(newsroom);
    let count = 0;
    for (; Date.now() < instant - 20; count += 1) {
      const text = await read(what);
      if (Date.now() < instant) expect([count, isAfter(text)]).toEqual([count, false]);
      await pause(10);
    }
    const after = await readMetrics(newsroom);
    expect(after(hits) - before(hits)).toBeGreaterThanOrEqual(count - 10);
    expect(after(misses) - before(misses)).toBeLessThan(10);
    // Each entry also expires by itself, and would be built again without the timer.
    await eventually(
      () => readMetrics(newsroom),
      (figures) => Date.now() > instant && figures(times) > before(times),
    );
    for (let more = 0; more < 10; more += 1) expect(isAfter(await read(what))).toBe(true);
  }

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    await ready(newsroom);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await newsroom.stop();
  });

  it('shows an article from the end of its embargo', async () => {
    const at = soon();
    await write.article({ title: 'Bài hẹn giờ', publishedOn: at.toISOString() });
    await expectTurnAt(at.getTime(), '/latest-news', (text) => text.includes('Bài hẹn giờ'));
  });

  it('shows an article until it expires, and one until its withdrawal', async () => {
    const at = soon();
    await write.article({ slug: 'het', title: 'Bài hết hạn', expiresOn: at.toISOString() });
    await expectTurnAt(at.getTime(), '/articles/het', (text) => !text.includes('Bài hết hạn'));
    const then = soon();
    await write.article({
      title: 'Bài sẽ rút',
      withdrawnOn: then.toISOString(),
      withdrawalOutcome: 'gone',
      withdrawalReason: 'x',
    });
    await expectTurnAt(then.getTime(), '/latest-news', (text) => !text.includes('Bài sẽ rút'));
  });

  it('is absent until its embargo ends, and no cache keeps the absence for longer', async () => {
    await write.article({ slug: 'da-doi', publishedOn: '2020-01-01T00:00:00Z' }).then(({ documentId }) =>
      newsroom.strapi.documents('plugin::newsroom.article').update({
        documentId,
        locale: 'vi',
        status: 'published',
        data: { slug: 'da-doi-ten' },
      } as never),
    );
    const at = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 7_000);
    await write.article({ slug: 'cho', publishedOn: at.toISOString() });
    const absent = [
      ['/api/portal/v1/articles/cho', 404],
      ['/api/portal/v1/articles/khong-co', 404],
      ['/api/portal/v1/khong-co', 404],
      ['/api/portal/v1/articles/da-doi', 301],
      ['/tin-tuc/da-doi', 301],
      ['/tin-tuc/cho', 404],
    ] as const;
    const lifetimes = new Set<number>();
    for (; Date.now() < at.getTime() - 50; await pause(100)) {
      for (const [path, expected] of absent) {
        const asked = Date.now();
        const { status, headers } = await get(newsroom.url + path, { Accept: 'text/html, application/json' });
        if (Date.now() >= at.getTime()) break;
        const [, seconds] = /max-age=(\d+)/.exec(String(headers['cache-control'])) ?? [];
        expect([path, status, seconds]).toEqual([path, expected, expect.any(String)]);
        expect(asked + Number(seconds) * 1_000).toBeLessThanOrEqual(at.getTime());
        if (path.startsWith('/api')) lifetimes.add(Number(seconds));
      }
    }
    expect([...lifetimes].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    await pause(Math.max(0, at.getTime() - Date.now()) + 20);
    expect((await get(`${newsroom.url}/api/portal/v1/articles/cho`)).status).toBe(200);
  });

  it('pins an article from its start to its end', async () => {
    const { documentId: article } = await write.article({
      slug: 'ghim',
      title: 'Cũ',
      publishedOn: '2020-01-01T00:00:00Z',
    });
    const { documentId: list } = await write.latestNewsList({ slug: 'mot', name: 'Một', size: 1 });
    await write.article({ title: 'Mới' });
    const from = soon();
    const until = new Date(from.getTime() + 2_000);
    await write.pin({ list, article, place: 1, from: from.toISOString(), until: until.toISOString() });
    await expectTurnAt(from.getTime(), '/latest-news/mot', (text) => text.includes('"slug":"ghim"'));
    await expectTurnAt(until.getTime(), '/latest-news/mot', (text) => !text.includes('"slug":"ghim"'));
  });

  it('changes what is in force at midnight in the portal’s time zone', async () => {
    await write.directive({ slug: 'nua-dem', issuedOn: '2030-01-01', effectiveOn: '2030-01-02' });
    const at = soon();
    const ahead = new Date('2030-01-01T17:00:00Z').getTime() - at.getTime();
    const clocks = (later: string) => [
      `CREATE OR REPLACE FUNCTION newsroom.clock() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
       RETURN (now() AT TIME ZONE 'UTC')${later}`,
      `CREATE OR REPLACE FUNCTION public_record.clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
       RETURN now()${later}`,
    ];
    for (const clock of clocks(` + interval '${ahead} milliseconds'`)) await newsroom.sql(clock);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    await expectTurnAt(at.getTime(), '/directives/nua-dem', (text) => text.includes('"status":"inForce"'));
    for (const clock of clocks('')) await newsroom.sql(clock);
  });

  it('changes the tree of agencies at midnight in the portal’s time zone', async () => {
    await write.agency({ slug: 'thoi', name: 'Cơ quan giải thể', dissolvedOn: '2030-01-02' });
    const at = soon();
    // The database's clock is set so that the day ends in a moment.
    const ahead = new Date('2030-01-01T17:00:00Z').getTime() - at.getTime();
    const clock = `CREATE OR REPLACE FUNCTION newsroom.clock() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
      RETURN (now() AT TIME ZONE 'UTC')`;
    await newsroom.sql(`${clock} + interval '${ahead} milliseconds'`);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    await expectTurnAt(at.getTime(), '/agencies', (text) => !text.includes('Cơ quan giải thể'));
    await newsroom.sql(clock);
  });
});
