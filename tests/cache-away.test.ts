import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writers } from './helpers/content';
import { eventually, readMetrics, get, keep, METRICS_TOKEN, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, type NewsroomProcess } from './helpers/newsroom-process';
import { nodeBehindProxy } from './helpers/node-behind-proxy';
import type { TcpProxy } from './helpers/tcp-proxy';

const STALE = '110 - "Response is Stale"';

describe('a node that loses its database', () => {
  let newsroom: Newsroom;
  let node: Awaited<ReturnType<typeof nodeBehindProxy>>;
  let child: NewsroomProcess;
  let proxy: TcpProxy;
  let write: ReturnType<typeof writers>;

  const ask = (what: string, headers = {}) => get(`${node.url}/api/portal/v1${what}`, headers);

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    node = await nodeBehindProxy({ DATA_DIR: path.dirname(newsroom.strapi.dirs.static.public) });
    ({ process: child, proxy } = node);
    await write.article({ slug: 'con', title: 'Bài còn' });
    await ready(node);
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

  it('serves a file that the public saw last, and refuses one of which nothing is known', async () => {
    const [asked, unasked, hidden] = [await write.picture(), await write.picture(), await write.picture()];
    for (const { id } of [asked, unasked]) await write.article({ cover: id });
    const statusOf = async (file: { [field: string]: unknown }) => (await get(node.url + String(file.url))).status;
    expect([await statusOf(asked), await statusOf(hidden)]).toEqual([200, 404]);
    proxy.become('away');
    expect([await statusOf(asked), await statusOf(unasked), await statusOf(hidden)]).toEqual([200, 503, 503]);
    expect(child.output.match(/upload-guard cannot read: /g)).toHaveLength(1);
  });

  it('serves the last answers stale, and the changed ones when the database is back', async () => {
    const before = await ask('/latest-news', { 'Accept-Encoding': 'gzip' });
    expect([before.status, before.headers.warning]).toEqual([200, undefined]);
    await keep(node, '/latest-news');
    proxy.become('away');
    await eventually(
      () => get(`${node.url}/readyz`),
      ({ status }) => status === 503,
    );
    for (let count = 0; count < 5; count += 1) {
      const { status, headers, body } = await ask('/latest-news', { 'Accept-Encoding': 'gzip' });
      expect([status, headers.warning]).toEqual([200, STALE]);
      expect(body.equals(before.body)).toBe(true);
      expect({ ...headers, warning: undefined }).toEqual({ ...before.headers, warning: undefined });
    }
    const known = await ask('/latest-news', {
      'Accept-Encoding': 'gzip',
      'If-None-Match': before.headers.etag as string,
    });
    expect([known.status, known.headers.warning]).toEqual([304, STALE]);
    const unread = await ask('/categories');
    expect([unread.status, unread.headers['cache-control']]).toEqual([503, 'no-store']);
    expect((await readMetrics(node))('portal_feeds_stale_total')).toBeGreaterThanOrEqual(6);

    await write.article({ title: 'Bài khi vắng' });
    proxy.become('open');
    await ready(node);
    const after = await ask('/latest-news');
    expect([after.status, after.headers.warning]).toEqual([200, undefined]);
    expect(after.body.toString()).toContain('Bài khi vắng');
  });

  it('serves nothing stale past the answer’s next change in time, nor after a notified change', async () => {
    const { documentId } = await write.article({ slug: 'rut', title: 'Bài rút' });
    const latest = () => ask('/latest-news').then(({ body }) => body.toString());
    await eventually(latest, (text) => text.includes('Bài rút'));
    await keep(node, '/articles/rut');
    await newsroom.strapi.documents('plugin::newsroom.article').delete({ documentId });
    await eventually(latest, (text) => !text.includes('Bài rút'));
    const from = Date.now();
    await write.article({ slug: 'thu' });
    await keep(node, '/articles/thu');
    const expiresOn = new Date(Date.now() + 1_500 + 4 * (Date.now() - from));
    await write.article({ slug: 'het', title: 'Bài hết hạn', expiresOn: expiresOn.toISOString() });
    await keep(node, '/articles/het');
    proxy.become('away');
    expect((await ask('/articles/rut')).status).toBe(503);
    while (Date.now() < expiresOn.getTime() - 200) {
      const { status } = await ask('/articles/het');
      if (Date.now() < expiresOn.getTime() - 200) expect(status).toBe(200);
      await pause(50);
    }
    await pause(expiresOn.getTime() - Date.now());
    expect((await ask('/articles/het')).status).toBe(503);
  });

  it('does not hang while the database does not respond', async () => {
    await keep(node, '/latest-news');
    proxy.become('silent');
    const figure = 'portal_feeds_listener_trusted';
    await eventually(
      () => readMetrics(node),
      (figures) => figures(figure) === 0,
    );
    expect((await ask('/latest-news')).headers.warning).toBe(STALE);
    // Far sooner than if each of them waited for the database.
    const from = Date.now();
    for (let count = 0; count < 20; count += 1) expect((await ask('/latest-news')).headers.warning).toBe(STALE);
    expect(Date.now() - from).toBeLessThan(10_000);
  });
});
