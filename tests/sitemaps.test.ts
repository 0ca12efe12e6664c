import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';
const PORTAL = 'http://127.0.0.1:1337';
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe('sitemaps', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (path: string, init?: RequestInit) => fetch(newsroom.url + path, { redirect: 'manual', ...init });
  const locs = async (path: string) => {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!.replace(PORTAL, ''));
  };
  const day = (text: string) => ({ publishedOn: new Date(`${text}+07:00`).toISOString() });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('of an empty newsroom have the front page in both languages, and no news', async () => {
    expect(await locs('/sitemap.xml')).toEqual(['/sitemaps/places.xml']);
    expect(await locs('/sitemaps/places.xml')).toEqual(['/', '/en']);
    expect(await locs('/sitemap-news.xml')).toEqual([]);
  });

  it('are one for each month of the portal’s calendar, at a permanent address', async () => {
    await write.article({ slug: 'dau-thang', ...day('2021-02-01T00:00:00') });
    await write.article({ slug: 'cuoi-thang', ...day('2021-02-28T23:59:59') });
    await write.article({ slug: 'thang-sau', ...day('2021-03-01T00:00:00'), updatedOn: '2021-04-01T00:00:00.000Z' });
    expect(await locs('/sitemap.xml')).toEqual([
      '/sitemaps/places.xml',
      '/sitemaps/2021-02.xml',
      '/sitemaps/2021-03.xml',
    ]);
    expect(await locs('/sitemaps/2021-02.xml')).toEqual(['/tin-tuc/dau-thang', '/tin-tuc/cuoi-thang']);
    expect(await locs('/sitemaps/2021-03.xml')).toEqual(['/tin-tuc/thang-sau']);
    const index = await (await get('/sitemap.xml')).text();
    expect(index).toContain('2021-02.xml</loc><lastmod>2021-02-28T23:59:59+07:00</lastmod>');
    expect(index).toContain('2021-03.xml</loc><lastmod>2021-04-01T07:00:00+07:00</lastmod>');
    expect(await (await get('/sitemaps/2021-03.xml')).text()).toContain('<lastmod>2021-04-01T07:00:00+07:00</lastmod>');
  });

  it('link an article to its other language while it is visible there', async () => {
    const { documentId } = await write.article({ slug: 'hai-tieng', ...day('2022-01-01T00:00:00') });
    const english = { title: 'Both', slug: 'both', ...day('2022-05-01T00:00:00') };
    const documents = newsroom.strapi.documents(ARTICLE);
    await documents.update({ documentId, locale: 'en', data: english as never });
    expect(await (await get('/sitemaps/2022-01.xml')).text()).not.toContain('xhtml:link');

    await documents.publish({ documentId, locale: 'en' });
    const alternates = [
      'vi" href="http://127.0.0.1:1337/tin-tuc/hai-tieng',
      'en" href="http://127.0.0.1:1337/en/tin-tuc/both',
    ];
    for (const [month, url] of [
      ['2022-01', '/tin-tuc/hai-tieng'],
      ['2022-05', '/en/tin-tuc/both'],
    ] as const) {
      const text = await (await get(`/sitemaps/${month}.xml`)).text();
      expect(await locs(`/sitemaps/${month}.xml`)).toEqual([url]);
      for (const alternate of alternates) {
        expect(text).toContain(`<xhtml:link rel="alternate" hreflang="${alternate}"/>`);
      }
    }
  });

  it('show only what is visible', async () => {
    const at = day('2020-06-01T08:00:00');
    const withdrawn = { ...at, withdrawnOn: hours(-1), withdrawalReason: 'Lý do.' };
    await write.draft({ slug: 'an-nhap', ...at });
    await write.article({ slug: 'an-hen-gio', publishedOn: hours(5) });
    await write.article({ slug: 'an-het-han', ...at, expiresOn: hours(-1) });
    await write.article({ slug: 'an-go', ...withdrawn, withdrawalOutcome: 'gone' });
    await write.article({ slug: 'an-thong-bao', ...withdrawn, withdrawalOutcome: 'notice' });
    await write.article({ slug: 'an-chuyen', ...withdrawn, withdrawalOutcome: 'moved', movedTo: 'dau-thang' });
    // A month without visible articles has no sitemap, and the index names none.
    expect(await locs('/sitemap.xml')).not.toContain('/sitemaps/2020-06.xml');
    expect((await get('/sitemaps/2020-06.xml')).status).toBe(404);

    await write.article({ slug: 'thay', ...at });
    expect(await locs('/sitemaps/2020-06.xml')).toEqual(['/tin-tuc/thay']);
    for (const path of ['/sitemap.xml', '/sitemap-news.xml', '/sitemaps/2020-06.xml', '/sitemaps/places.xml']) {
      expect(await (await get(path)).text()).not.toContain('/an-');
    }
  });

  it('of news have the articles of today and yesterday, with publisher, language and title', async () => {
    const offset = 7 * 3_600_000;
    const today = Math.floor((Date.now() + offset) / 86_400_000) * 86_400_000 - offset;
    const at = (instant: number) => ({ publishedOn: new Date(instant).toISOString() });
    await write.article({ slug: 'hom-kia', ...at(today - 86_400_001) });
    await write.article({ slug: 'hom-qua', title: 'Hôm qua: A & B <mới>', ...at(today - 86_400_000) });
    await write.article({ slug: 'just-now', title: 'Just now' }, { locale: 'en' });
    const text = await (await get('/sitemap-news.xml')).text();
    expect(await locs('/sitemap-news.xml')).toEqual(['/en/tin-tuc/just-now', '/tin-tuc/hom-qua']);
    expect(text).toContain(
      '<news:news><news:publication><news:name>Cổng thông tin điện tử</news:name><news:language>vi</news:language>' +
        '</news:publication><news:publication_date>',
    );
    expect(text).toContain('<news:language>en</news:language>');
    expect(text).toContain('<news:title>Hôm qua: A &amp; B &lt;mới&gt;</news:title>');
  });

  it('of places have categories, existing agencies and people in office, in both languages', async () => {
    await write.category({ slug: 'kinh-te' });
    const agency = await write.agency({ slug: 'so-tai-chinh' });
    await write.agency({ slug: 'so-da-giai-the', dissolvedOn: '2020-01-01' });
    const official = await write.official({ slug: 'duong-chuc' });
    await write.official({ slug: 'chua-co-chuc' });
    const position = await write.position({ title: 'Giám đốc', agency: agency.documentId, rank: 1 });
    await write.appointment({ official: official.documentId, position: position.documentId, from: '2020-01-01' });
    const own = ['/', '/chuyen-muc/kinh-te', '/co-quan/so-tai-chinh', '/can-bo/duong-chuc'];
    expect(await locs('/sitemaps/places.xml')).toEqual(own.flatMap((url) => [url, `/en${url}`.replace(/\/$/, '')]));
  });

  it('have at most ten thousand pages each', async () => {
    await newsroom.sql(`
      INSERT INTO articles (document_id, title, slug, published_on, published_at, locale, created_at, updated_at)
      SELECT 'nhieu' || n, 'Tin', 'nhieu-' || n, said, said, 'vi', said, said
        FROM generate_series(1, 10001) n
       CROSS JOIN LATERAL (SELECT timestamp '2019-07-01' + n * interval '1 minute' AS said) clock`);
    const july = (await locs('/sitemap.xml')).filter((path) => path.includes('2019'));
    expect(july).toEqual(['/sitemaps/2019-07.xml', '/sitemaps/2019-07-2.xml']);
    const [first, second] = [await locs(july[0]!), await locs(july[1]!)];
    expect([first.length, first[0], second]).toEqual([10_000, '/tin-tuc/nhieu-1', ['/tin-tuc/nhieu-10001']]);
    expect((await get('/sitemaps/2019-07-3.xml')).status).toBe(404);
  });

  it.each(['2021-2', '2021-13', '1021-02', 'x', '2030-01', '2021-02-1'])('do not exist as %s', async (name) => {
    const answer = await get(`/sitemaps/${name}.xml`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      404,
      expect.stringMatching(/^public, max-age=[0-5]$/),
    ]);
  });

  it('ignore unknown parameters, answer 304 to a matching ETag, and allow GET and HEAD only', async () => {
    for (const path of ['/sitemap.xml', '/sitemap-news.xml', '/sitemaps/places.xml', '/sitemaps/2021-02.xml']) {
      const answer = await get(`${path}?utm_source=x`);
      expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=[0-5], stale-if-error=600$/);
      const etag = answer.headers.get('etag')!;
      expect((await get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
      expect((await get(path, { method: 'PUT' })).status).toBe(405);
    }
  });

  it('are named in robots.txt, which disallows the panel', async () => {
    const answer = await get('/robots.txt');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toBe(
      `User-agent: *\nDisallow: /admin\n\nSitemap: ${PORTAL}/sitemap.xml\nSitemap: ${PORTAL}/sitemap-news.xml\n`,
    );
  });
});

describe('the pages of the portal', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    await write.category({ slug: 'kinh-te' });
    await write.agency({ slug: 'so-tai-chinh' });
    await write.article({ slug: 'mot-bai' });
  });
  afterAll(() => newsroom.stop());

  const feeds = async (path: string) => {
    const html = await (await fetch(newsroom.url + path)).text();
    return [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"\/>/g)].map(
      ([, type, href]) => [type!, href!] as const,
    );
  };

  it.each([
    ['/', []],
    ['/tin-tuc/mot-bai', []],
    ['/chuyen-muc/kinh-te', ['/feeds/categories/kinh-te']],
    ['/co-quan/so-tai-chinh/', ['/feeds/agencies/so-tai-chinh']],
    ['/danh-sach/tin-moi-nhat', ['/feeds/tin-moi-nhat']],
    ['/en', []],
    ['/en/chuyen-muc/kinh-te', ['/feeds/en/categories/kinh-te']],
    ['/en/co-quan/so-tai-chinh', ['/feeds/en/agencies/so-tai-chinh']],
  ])('link to their feeds: %s', async (path, own) => {
    const found = await feeds(path);
    const extensions = ['rss', 'atom', 'json'];
    expect(found.map(([, href]) => href)).toEqual(
      [...new Set([...own, path.startsWith('/en') ? '/feeds/en/tin-moi-nhat' : '/feeds/tin-moi-nhat'])].flatMap(
        (feed) => extensions.map((extension) => `${feed}.${extension}`),
      ),
    );
    for (const [type, href] of found) {
      const answer = await fetch(newsroom.url + href);
      expect([href, answer.status, answer.headers.get('content-type')]).toEqual([href, 200, `${type}; charset=utf-8`]);
    }
  });

  it.each(['/xem-truoc/x', '/khong-co'])('link to no feed on %s', async (path) => {
    expect(await feeds(path)).toEqual([]);
  });

  it('repeat no markup of an address', async () => {
    const answer = await fetch(`${newsroom.url}/danh-sach/%22%3E%3Cscript%3E'a?agency=%22%3E%3Cscript%3E'a`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining("<script>'a")]);
  });
});
