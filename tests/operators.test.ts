import { get, METRICS_TOKEN, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('the routes for operators', () => {
  let newsroom: Newsroom;
  const ask = (path: string, headers = {}, method = 'GET') => get(newsroom.url + path, headers, method);

  describe('of a newsroom with a metrics token', () => {
    beforeAll(async () => {
      process.env.METRICS_TOKEN = METRICS_TOKEN;
      newsroom = await startNewsroom();
      await ready(newsroom);
    });
    afterAll(async () => {
      delete process.env.METRICS_TOKEN;
      await newsroom.stop();
    });

    it('answer whether a node reads the database and is notified of changes, not cacheable', async () => {
      const { status, headers, body } = await ask('/readyz');
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(JSON.parse(body.toString())).toEqual({ ready: true, database: true, listener: true });
      expect((await ask('/readyz', {}, 'HEAD')).status).toBe(200);
    });

    it('answer metrics to the token alone', async () => {
      const { status, headers, body } = await ask('/metrics', bearer(METRICS_TOKEN));
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(headers['content-type']).toMatch(/^text\/plain/);
      for (const name of ['requests_total', 'generations_total', 'build_seconds', 'memory_bytes', 'pool_waiting']) {
        expect(body.toString()).toContain(`# HELP portal_feeds_${name} `);
      }
      expect(body.toString()).toContain('portal_feeds_listener_trusted 1');
      const others = [{}, bearer(''), bearer('sai'), bearer(`${METRICS_TOKEN}x`), { Authorization: METRICS_TOKEN }];
      for (const headers of others) {
        const refused = await ask('/metrics', headers);
        expect([refused.status, refused.body.toString()]).toEqual([404, expect.not.stringContaining('portal_feeds')]);
      }
    });

    it('have no metric label from a request', async () => {
      const before = (await ask('/metrics', bearer(METRICS_TOKEN))).body.toString().split('\n').length;
      for (let count = 0; count < 20; count += 1) {
        // What is wrong, what is not there, and what is there for any name.
        for (const what of [`/rac-${count}?x=${count}`, `/rac-${count}`, `?category=rac-${count}`]) {
          await ask(`/api/portal/v1/articles${what}`);
        }
      }
      expect((await ask('/metrics', bearer(METRICS_TOKEN))).body.toString().split('\n')).toHaveLength(before);
    });
  });

  describe('of a newsroom without a metrics token and without a cache', () => {
    beforeAll(async () => {
      process.env.PORTAL_MEMORY_BYTES = '0';
      newsroom = await startNewsroom();
    });
    afterAll(async () => {
      delete process.env.PORTAL_MEMORY_BYTES;
      await newsroom.stop();
    });

    it('have no metrics', async () => {
      for (const headers of [{}, bearer(''), bearer('undefined')]) {
        expect((await ask('/metrics', headers)).status).toBe(404);
      }
    });

    it('answer that it is ready, and the contract is served', async () => {
      expect((await ask('/readyz')).status).toBe(200);
      for (const encoding of ['gzip', 'br']) {
        const { status, headers } = await ask('/api/portal/v1/latest-news', { 'Accept-Encoding': encoding });
        expect([status, headers['content-encoding']]).toEqual([200, encoding]);
      }
    });
  });
});
