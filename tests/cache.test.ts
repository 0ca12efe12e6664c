import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { registration } from '../src/plugins/portal-feeds/server/src/registration';
import { body, figure, paragraph, writers } from './helpers/content';
import { eventually, readMetrics, get, hits, METRICS_TOKEN, misses, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const BASE = '/api/portal/v1';
const decoders = { identity: (bytes: Buffer) => bytes, gzip: gunzipSync, br: brotliDecompressSync };
const encodings = Object.keys(decoders) as (keyof typeof decoders)[];
const slugs: Record<string, string> = {
  articles: 'bai',
  'latest-news': 'tin-moi-nhat',
  officials: 'an',
  agencies: 'so',
};

/** A request to every path of the contract that is answered with a 200, and to each kind of feed and sitemap. */
const requests = registration.operations.map(({ path }) => {
  const [, first = ''] = path.split('/');
  return BASE + path.replace('{slug}', slugs[first] ?? '') + (path === '/resolve' ? '?url=/tin-tuc/bai' : '');
});
const syndicated = [
  '/feeds/tin-moi-nhat.rss',
  '/feeds/tin-moi-nhat.atom?utm_source=thu',
  '/feeds/agencies/so.json?includePredecessors=true',
  '/sitemap.xml',
  '/sitemap-news.xml',
  '/sitemaps/places.xml',
];

describe('a cached answer', () => {
  let newsroom: Newsroom;

  const empty = () => newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
  const askAt = (path: string, headers = {}, method = 'GET') => get(newsroom.url + path, headers, method);
  const ask = (path: string, headers = {}, method = 'GET') => askAt(BASE + path, headers, method);
  const counts = async () => {
    const figure = await readMetrics(newsroom);
    return { hits: figure(hits), misses: figure(misses) };
  };
  const since = async (before: { hits: number; misses: number }) => {
    const now = await counts();
    return [now.hits - before.hits, now.misses - before.misses];
  };

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    const [official, agency, photo] = [
      await write.official({ slug: 'an', name: 'Nguyễn Văn An' }),
      await write.agency({ slug: 'so', name: 'Sở Nội vụ' }),
      await write.picture(),
    ];
    const about = { officials: [official.documentId], agencies: [agency.documentId], agency: agency.documentId };
    const text = body(paragraph('Nội dung dài hơn một chút. '.repeat(20)), figure(photo.documentId, 'Ảnh'));
    for (const slug of ['bai', 'bai-2', 'bai-3']) await write.article({ slug, body: text, ...about });
    await ready(newsroom);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await newsroom.stop();
  });

  it.each([...requests, ...syndicated].flatMap((path) => encodings.map((encoding) => [path, encoding] as const)))(
    'has the status, headers and bytes of the first answer: %s in %s',
    async (path, encoding) => {
      const fields = { 'Accept-Encoding': encoding, Origin: 'https://cong.example' };
      const kept = await askAt(path, fields);
      // Answers with free-form parameters are cached from their second request on.
      await askAt(path, fields);
      expect([kept.status, kept.headers['content-encoding'] ?? 'identity']).toEqual([200, encoding]);
      const text = decoders[encoding](kept.body).toString();
      expect(text).toMatch(path.startsWith(BASE) ? /^\{"(data|openapi)":/ : /^(<\?xml |\{"version":)/);
      const known = { ...fields, 'If-None-Match': `"x", W/${String(kept.headers.etag)}` };
      for (const [method, headers, status] of [
        ['GET', fields, 200],
        ['HEAD', fields, 200],
        ['GET', known, 304],
        ['HEAD', known, 304],
        ['GET', { ...fields, 'If-None-Match': '*' }, 304],
      ] as const) {
        await empty();
        const before = await counts();
        const cold = await askAt(path, headers, method);
        // It is compressed and kept right after it was sent.
        const hot = await eventually(
          async () => ({ answer: await askAt(path, headers, method), counted: await since(before) }),
          ({ counted }) => counted[0] === 1,
        );
        expect(cold.status).toBe(status);
        expect(hot.answer).toEqual(cold);
        expect(cold.body.length).toBe(method === 'GET' && status === 200 ? kept.body.length : 0);
      }
    },
  );

  it('has an entity tag of its own in each encoding, which matches no other encoding', async () => {
    const forms = [];
    for (const encoding of encodings) forms.push(await ask('/latest-news', { 'Accept-Encoding': encoding }));
    const tags = forms.map(({ headers }) => String(headers.etag));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}"$/);
    const answers = encodings.map((encoding) =>
      ask('/latest-news', { 'Accept-Encoding': encoding, 'If-None-Match': tags[0]! }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([304, 200, 200]);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['br;q=2', undefined],
    ['deflate', undefined],
    ['', undefined],
    [';;,=,q=1,,', undefined],
  ])('is sent in the encoding that Accept-Encoding %j prefers', async (asked, encoding) => {
    await empty();
    for (const turn of ['cold', 'hot']) {
      const { headers, status } = await ask('/categories', { 'Accept-Encoding': asked });
      expect([turn, status, headers['content-encoding']]).toEqual([turn, 200, encoding]);
    }
  });

  it('is shared by every order and spelling of the same parameters', async () => {
    await empty();
    const same = ['?limit=20&locale=vi&category=x', '?category=x&locale=vi', '?category=%78&limit=20', '?&category=x'];
    const cold = await counts();
    // With free-form parameters it is kept from the second request on, right after it was sent.
    await eventually(
      async () => {
        await ask(`/articles${same[0]}`);
        return since(cold);
      },
      ([kept]) => kept! > 0,
    );
    const before = await counts();
    for (const query of same) expect((await ask(`/articles${query}`)).status).toBe(200);
    expect((await ask('/articles?category=%78')).status).toBe(200);
    expect(await since(before)).toEqual([5, 0]);
  });

  it('is kept neither for an error nor for free-form parameters that are requested once', async () => {
    await empty();
    const entries = 'portal_feeds_memory_entries';
    const bytes = 'portal_feeds_memory_bytes';
    const before = await readMetrics(newsroom);
    const junk = Array.from({ length: 300 }, (_, index) => [
      `/articles?category=rac-${index}`,
      `/articles?x${index}=1`,
      `/articles/rac-${index}`,
      `/agencies?at=${1900 + (index % 100)}-01-${10 + (index % 18)}`,
      `/resolve?url=/rac/${index}`,
      `/articles?locale=x${index}`,
    ]).flat();
    for (let at = 0; at < junk.length; at += 30) await Promise.all(junk.slice(at, at + 30).map((path) => ask(path)));
    const after = await readMetrics(newsroom);
    expect([after(entries), after(bytes)]).toEqual([before(entries), before(bytes)]);
    expect(after('portal_feeds_memory_seen_keys')).toBeGreaterThan(300);
  });

  it('is built once for concurrent requests', async () => {
    await empty();
    const before = await counts();
    const all = await Promise.all(Array.from({ length: 40 }, () => ask('/latest-news')));
    expect(new Set(all.map(({ body: bytes }) => bytes.toString())).size).toBe(1);
    expect((await since(before))[1]).toBe(1);
  });
});
