import { brotliDecompressSync } from 'node:zlib';
import { onePressRelease, pressReleases, registerPressReleases, TABLE } from './fixtures/press-releases';
import { eventually, get, hits, keep, METRICS_TOKEN, readMetrics, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const BASE = '/api/portal/v1';

/** Every address of the fixture's, its content type, and a text that changes with the table. */
const ADDRESSES: [address: string, type: string][] = [
  [`${BASE}/press-releases`, 'application/json; charset=utf-8'],
  [`${BASE}/press-releases/lu-lut`, 'application/json; charset=utf-8'],
  ['/feeds/press-releases.rss', 'application/rss+xml; charset=utf-8'],
  ['/feeds/press-releases.atom', 'application/atom+xml; charset=utf-8'],
  ['/feeds/press-releases.json', 'application/feed+json; charset=utf-8'],
  ['/thong-cao/lu-lut', 'text/html; charset=utf-8'],
];

describe('answers that another plugin registers with portal-feeds', () => {
  let newsroom: Newsroom;
  let title = 'Thông cáo về lũ lụt';

  const read = (address: string, headers = {}) => get(newsroom.url + address, headers);
  const countHits = async () => (await readMetrics(newsroom))(hits);

  /** Reads an address until it comes from the cache. */
  const readCached = (address: string, headers = {}) =>
    eventually(
      async () => {
        const before = await countHits();
        const answer = await read(address, headers);
        return { answer, isCached: (await countHits()) > before };
      },
      ({ isCached }) => isCached,
    ).then(({ answer }) => answer);

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom(registerPressReleases);
    await newsroom.sql(`INSERT INTO ${TABLE} (name, url) VALUES ($1, 'lu-lut'), ('Khác', 'khac')`, [title]);
    await ready(newsroom);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await newsroom.stop();
  });

  it('have routes that check parameters and slugs as the contract says', async () => {
    const list = JSON.parse((await read(`${BASE}/press-releases?about=Kh%C3%A1c`)).body.toString());
    expect(pressReleases.parse(list).data).toEqual([{ slug: 'khac', title: 'Khác' }]);
    const one = JSON.parse((await read(`${BASE}/press-releases/lu-lut`)).body.toString());
    expect(onePressRelease.parse(one).data.title).toBe(title);

    const refused = await read(`${BASE}/press-releases?nothing=1`);
    expect([refused.status, refused.headers['cache-control']]).toEqual([400, 'no-store']);
    expect(JSON.parse(refused.body.toString()).error).toMatchObject({
      name: 'ValidationError',
      details: { parameter: 'nothing', accepted: ['locale', 'about'] },
    });
    const absent = await read(`${BASE}/press-releases/khong-co`);
    expect([absent.status, absent.headers['cache-control']]).toEqual([
      404,
      expect.stringMatching(/^public, max-age=[0-5]$/),
    ]);
    expect((await get(`${newsroom.url}${BASE}/press-releases`, {}, 'POST')).status).toBe(405);
  });

  it('are described in the OpenAPI document, after the newsroom’s own', async () => {
    const document = JSON.parse((await read(`${BASE}/openapi.json`)).body.toString());
    expect(Object.keys(document.paths).slice(-2)).toEqual(['/press-releases', '/press-releases/{slug}']);
    const { operationId, parameters: taken, responses } = document.paths['/press-releases'].get;
    expect([operationId, taken.map(({ name }: { name: string }) => name)]).toEqual([
      'pressReleasesList',
      ['locale', 'about'],
    ]);
    expect(responses[200].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/PressReleasesAnswer',
    });
    expect(document.components.schemas.PressRelease.properties).toMatchObject({ title: { type: 'string' } });
  });

  it.each(ADDRESSES)('are cached with an ETag, in brotli, until their table changes: %s', async (address, type) => {
    const plain = await readCached(address);
    expect([plain.status, plain.headers['content-type'], plain.headers.etag]).toEqual([
      200,
      type,
      expect.stringMatching(/^"[\w-]{27}"$/),
    ]);
    expect(plain.body.toString()).toContain(title);

    const compressed = await readCached(address, { 'Accept-Encoding': 'br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(compressed.body).equals(plain.body)).toBe(true);
    const known = await readCached(address, { 'If-None-Match': String(plain.headers.etag) });
    expect([known.status, known.body.length]).toEqual([304, 0]);

    title = `${title}, đã sửa`;
    await newsroom.sql(`UPDATE ${TABLE} SET name = $1 WHERE url = 'lu-lut'`, [title]);
    const changed = await read(address, { 'If-None-Match': String(plain.headers.etag) });
    expect(changed.status).toBe(200);
    expect(changed.body.toString()).toContain(title);
  });

  it('are cached with the headers of their first answer, and only public ones for other origins', async () => {
    const origin = { Origin: 'https://khac.example' };
    const page = await readCached('/thong-cao/lu-lut', origin);
    expect(page.headers).toMatchObject({ 'content-security-policy': expect.any(String), vary: 'Accept-Encoding' });
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
    const list = await readCached(`${BASE}/press-releases`, origin);
    expect(list.headers['access-control-allow-origin']).toBe('*');
  });

  it('ignore unknown parameters of pages and feeds, in the cache key too', async () => {
    for (const address of ['/thong-cao/lu-lut', '/feeds/press-releases.rss']) {
      await readCached(address);
      const before = await countHits();
      expect((await read(`${address}?utm_source=thu&x=1`)).status).toBe(200);
      expect(await countHits()).toBe(before + 1);
    }
  });

  it('do not change the newsroom’s own answers', async () => {
    await keep(newsroom, '/latest-news');
    expect((await read('/feeds/tin-moi-nhat.rss')).status).toBe(200);
  });

  it('cannot be registered once the routes have been made', () => {
    const registry = newsroom.strapi.plugin('portal-feeds').service('registry');
    expect(() => registry.register({})).toThrow('in the `register` of a plugin');
  });
});
