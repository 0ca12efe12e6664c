import { oneAddress } from '../src/contract';
import { body, figure, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { jsonFeed } from './helpers/json-feed';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { readItems } from './helpers/read-feed';

const ARTICLE = 'plugin::newsroom.article';
const FORMATS = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };

describe('/feeds', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let photo: { documentId: string; url: string; size: number; id: number };

  const get = (path: string, init?: RequestInit) =>
    fetch(`${newsroom.url}/feeds/${path}`, { redirect: 'manual', ...init });
  const titles = async (path: string) => {
    const answer = await get(path);
    const items = await readItems(await answer.text(), answer.headers.get('content-type')!);
    return items.map(({ title }) => title);
  };
  const documents = () => documentsOf(newsroom.strapi)(ARTICLE);
  const day = (number: number) => ({ publishedOn: new Date(Date.UTC(2021, 1, number, 10, 17)).toISOString() });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const parent = await write.category({ name: 'Tin tức', slug: 'tin-tuc', description: 'Tin & bài' });
    const child = await write.category({ name: 'Kinh tế', slug: 'kinh-te', parent: parent.documentId });
    const agency = await write.agency({ name: 'Sở Tài chính', slug: 'so-tai-chinh' });
    const older = await write.agency({ name: 'Sở Kế hoạch và Đầu tư', slug: 'so-ke-hoach' });
    await write.succession({
      predecessor: older.documentId,
      successor: agency.documentId,
      on: '2021-03-01',
      part: 'full',
    });
    photo = (await write.picture({ alternativeText: 'Cảng' })) as never;
    await write.article({ title: 'Của mục mẹ', slug: 'me', category: parent.documentId, ...day(1) });
    await write.article({ title: 'Của Sở cũ', slug: 'so-cu', agency: older.documentId, ...day(2) });
    await write.article({
      title: 'Đủ mọi phần',
      slug: 'du-moi-phan',
      summary: 'Số liệu: 5 < 7 & 8 > 6',
      author: 'Nguyễn Văn An',
      category: child.documentId,
      agency: agency.documentId,
      attachments: [photo.id],
      body: body(
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Xem ' },
            { type: 'text', text: 'bài trước', marks: [{ type: 'link', attrs: { href: '/tin-tuc/me' } }] },
          ],
        },
        paragraph('Kết thúc ]]> và 😀.'),
        figure(photo.documentId, 'Chú thích.'),
      ),
      ...day(3),
    });
    await write.article({ title: 'In English', slug: 'in-english', ...day(4) }, { locale: 'en' });
  });
  afterAll(() => newsroom.stop());

  it.each(Object.entries(FORMATS))(
    'brings a collection, a category with its subtree, an agency, as %s',
    async (format, type) => {
      const answer = await get(`tin-moi-nhat.${format}`);
      expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(await titles(`tin-moi-nhat.${format}`)).toEqual(['Đủ mọi phần', 'Của Sở cũ', 'Của mục mẹ']);
      expect(await titles(`categories/tin-tuc.${format}`)).toEqual(['Đủ mọi phần', 'Của mục mẹ']);
      expect(await titles(`categories/kinh-te.${format}`)).toEqual(['Đủ mọi phần']);
      expect(await titles(`agencies/so-tai-chinh.${format}`)).toEqual(['Đủ mọi phần']);
      expect(await titles(`agencies/so-tai-chinh.${format}?includePredecessors=true`)).toEqual([
        'Đủ mọi phần',
        'Của Sở cũ',
      ]);
    },
  );

  it('has the whole article, with absolute links and pictures', async () => {
    const feed = jsonFeed.parse(await (await get('categories/kinh-te.json')).json());
    const src = `http://127.0.0.1:1337${photo.url}`;
    expect(feed).toMatchObject({
      title: 'Kinh tế – Cổng thông tin điện tử',
      home_page_url: 'http://127.0.0.1:1337/chuyen-muc/kinh-te',
      feed_url: 'http://127.0.0.1:1337/feeds/categories/kinh-te.json',
      language: 'vi',
    });
    expect(feed.items).toHaveLength(1);
    const [item] = feed.items;
    expect(item).toMatchObject({
      url: 'http://127.0.0.1:1337/tin-tuc/du-moi-phan',
      summary: 'Số liệu: 5 < 7 & 8 > 6',
      image: src,
      date_published: '2021-02-03T17:17:00+07:00',
      authors: [{ name: 'Nguyễn Văn An' }],
      tags: ['Kinh tế'],
      attachments: [{ url: src, mime_type: 'image/png', title: 'anh.png' }],
    });
    const html = item!.content_html!;
    expect(html).toContain('<a href="http://127.0.0.1:1337/tin-tuc/me"');
    expect(html).toContain(`<img src="${src}"`);
    expect(html).toContain('Kết thúc ]]&gt; và 😀.');
    expect(html).not.toMatch(/ (href|src)="\//);
    const stored = await newsroom.strapi.db.query('plugin::upload.file').findOne({ where: { id: photo.id } });
    expect(item!.attachments![0]!.size_in_bytes).toBe(Math.round(stored.size * 1000));
  });

  it('has dates in GMT in RSS and in RFC 3339 in Atom, and a link to itself', async () => {
    const rss = await (await get('categories/kinh-te.rss')).text();
    expect(rss).toContain('<pubDate>Wed, 03 Feb 2021 10:17:00 GMT</pubDate>');
    expect(rss).toContain(
      '<atom:link href="http://127.0.0.1:1337/feeds/categories/kinh-te.rss" rel="self" type="application/rss+xml"/>',
    );
    const atom = await (await get('agencies/so-tai-chinh.atom?includePredecessors=true')).text();
    expect(atom).toContain('<published>2021-02-03T10:17:00.000Z</published>');
    expect(atom).toContain('href="http://127.0.0.1:1337/feeds/agencies/so-tai-chinh.atom?includePredecessors=true"');
  });

  it('has the fifty newest entries, or none', async () => {
    const category = await write.category({ slug: 'nhieu' });
    expect(await titles('categories/nhieu.atom')).toEqual([]);
    for (let number = 1; number <= 52; number += 1) {
      await write.article({ title: `Số ${number}`, category: category.documentId, ...day(-number) });
    }
    const all = await titles('categories/nhieu.json');
    expect([all.length, all[0], all.at(-1)]).toEqual([50, 'Số 1', 'Số 50']);
  });

  it('follows the rule of its list, and finds one of another language by its slug', async () => {
    const [agency] = await newsroom.strapi
      .documents('plugin::directory.agency')
      .findMany({ filters: { slug: 'so-ke-hoach' } });
    await write.latestNewsList({ name: 'Tin Sở', slug: 'tin-so', agency: agency!.documentId });
    expect(await titles('tin-so.rss')).toEqual(['Của Sở cũ']);
    const english = { name: 'Latest', slug: 'latest', size: 8 };
    await documentsOf(newsroom.strapi)('plugin::newsroom.latest-news-list').create({ locale: 'en', data: english });
    expect(await titles('latest.atom')).toEqual(['In English']);
    expect(await (await get('latest.atom')).text()).toContain('xml:lang="en"');
  });

  it('keeps an entry’s id when its slug changes, and its `updated` until a major change', async () => {
    const entry = async () => {
      const { items } = jsonFeed.parse(await (await get('tin-moi-nhat.json')).json());
      return items.find(({ title }) => title === 'Đổi')!;
    };
    const { documentId } = await write.article({ title: 'Đổi', slug: 'doi', ...day(5) });
    const first = await entry();
    const change = (data: object) =>
      documents().update({ documentId, locale: 'vi', data: data as never, status: 'published' });
    await change({ slug: 'doi-2', summary: 'Sửa chính tả' });
    const second = await entry();
    expect([second.id, second.date_modified]).toEqual([first.id, first.date_modified]);
    expect(second.url).toBe('http://127.0.0.1:1337/tin-tuc/doi-2');
    await change({ updatedOn: '2021-02-06T00:00:00.000Z' });
    expect(await entry()).toMatchObject({ id: first.id, date_modified: '2021-02-06T07:00:00+07:00' });
  });

  it('ignores every parameter but includePredecessors', async () => {
    const etag = async (path: string) => (await get(path)).headers.get('etag');
    const plain = await etag('agencies/so-tai-chinh.atom');
    for (const query of [
      'utm_source=zalo',
      'fbclid=x&fbclid=y',
      'locale=en',
      'includePredecessors=1',
      'a[b]=%ff',
      '%',
    ]) {
      expect([query, await etag(`agencies/so-tai-chinh.atom?${query}`)]).toEqual([query, plain]);
    }
    expect(await etag('agencies/so-tai-chinh.atom?utm_x=1&includePredecessors=true')).not.toBe(plain);
    expect(await etag('categories/tin-tuc.atom?includePredecessors=true')).toBe(await etag('categories/tin-tuc.atom'));
  });

  it('answers 304 to a matching ETag, and HEAD like GET', async () => {
    const got = await get('tin-moi-nhat.rss');
    const etag = got.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(got.headers.get('cache-control')).toMatch(/^public, max-age=[0-5], stale-if-error=600$/);
    expect(got.headers.get('vary')).toBe('Accept-Encoding');
    const again = await get('tin-moi-nhat.rss', { headers: { 'If-None-Match': `W/"x", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const head = await get('tin-moi-nhat.rss', { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    // Compressed, as fetch asks for it.
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'));
    expect(head.headers.get('content-encoding')).toBe(got.headers.get('content-encoding'));
  });

  it('limits max-age to the next instant at which time changes what is visible', async () => {
    await write.article({ title: 'Sắp tới', publishedOn: new Date(Date.now() + 4_500).toISOString() });
    const cacheControl = (await get('tin-moi-nhat.atom')).headers.get('cache-control')!;
    expect(Number(/max-age=(\d)/.exec(cacheControl)![1])).toBeLessThan(5);
  });

  it('allows GET and HEAD only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await get('tin-moi-nhat.rss', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect((await get('tin-moi-nhat.rss', { method: 'OPTIONS' })).status).toBe(204);
  });

  it('names an article’s owner as on the article’s date', async () => {
    const { documentId } = await write.agency({ name: 'Sở Nông nghiệp và Môi trường', slug: 'so-nong-nghiep' });
    await write.agencyPeriod({ agency: documentId, name: 'Sở Nông nghiệp', from: '2008-01-01', to: '2025-02-28' });
    await write.article({ agency: documentId, ...day(5) });
    const feed = jsonFeed.parse(await (await get('agencies/so-nong-nghiep.json')).json());
    expect(feed.items).toMatchObject([{ authors: [{ name: 'Sở Nông nghiệp' }] }]);
  });

  it('redirects a former slug, in the same format', async () => {
    const category = await write.category({ name: 'Cũ', slug: 'muc-cu' });
    const agency = await write.agency({ name: 'Cũ', slug: 'so-cu' });
    await newsroom.strapi
      .documents('plugin::newsroom.category')
      .update({ documentId: category.documentId, data: { slug: 'muc-moi' } });
    await newsroom.strapi
      .documents('plugin::directory.agency')
      .update({ documentId: agency.documentId, data: { slug: 'so-moi' } });
    const moved = await get('categories/muc-cu.atom?utm_source=x');
    expect([moved.status, moved.headers.get('location'), moved.headers.get('cache-control')]).toEqual([
      301,
      '/feeds/categories/muc-moi.atom',
      expect.stringMatching(/^public, max-age=[0-5]$/),
    ]);
    expect((await get('agencies/so-cu.json?fbclid=1&includePredecessors=true')).headers.get('location')).toBe(
      '/feeds/agencies/so-moi.json?includePredecessors=true',
    );
    expect((await get(moved.headers.get('location')!.replace('/feeds/', ''))).status).toBe(200);

    await newsroom.strapi.documents('plugin::newsroom.category').delete({ documentId: category.documentId });
    expect((await get('categories/muc-moi.rss')).status).toBe(410);
  });

  it('redirects the document id of a category, an agency or a collection', async () => {
    const category = await write.category({ slug: 'muc-theo-ma' });
    const agency = await write.agency({ slug: 'so-theo-ma' });
    const list = await write.latestNewsList({ slug: 'khung-theo-ma' });
    for (const [asked, location] of [
      [`categories/${category.documentId}.atom?utm_source=x`, '/feeds/categories/muc-theo-ma.atom'],
      [
        `agencies/${agency.documentId}.json?includePredecessors=true`,
        '/feeds/agencies/so-theo-ma.json?includePredecessors=true',
      ],
      [`${list.documentId}.rss`, '/feeds/khung-theo-ma.rss'],
    ] as const) {
      const answer = await get(asked);
      expect([asked, answer.status, answer.headers.get('location')]).toEqual([asked, 301, location]);
      expect((await get(location.replace('/feeds/', ''))).status).toBe(200);
    }
    expect((await get(`agencies/${category.documentId}.rss`)).status).toBe(404);
  });

  it('redirects the former slug of a collection, and says that a deleted one is gone', async () => {
    const { documentId } = await write.latestNewsList({ slug: 'khung-cu', name: 'Khung' });
    const lists = newsroom.strapi.documents('plugin::newsroom.latest-news-list');
    await lists.update({ documentId, locale: 'en', data: { name: 'Frame', slug: 'old-frame', size: 8 } });
    await lists.update({ documentId, locale: 'vi', data: { slug: 'khung-moi' } });
    await lists.update({ documentId, locale: 'en', data: { slug: 'new-frame' } });
    const moved = await get('khung-cu.atom?utm_source=x');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/feeds/khung-moi.atom']);
    const api = (path: string) => fetch(`${newsroom.url}/api/portal/v1/latest-news/${path}`, { redirect: 'manual' });
    const [vi, en] = [await api('khung-cu'), await api('old-frame?locale=en')];
    expect([vi.status, vi.headers.get('location')]).toEqual([301, '/api/portal/v1/latest-news/khung-moi']);
    expect([en.status, en.headers.get('location')]).toEqual([301, '/api/portal/v1/latest-news/new-frame?locale=en']);
    const { data } = oneAddress.parse(await vi.json());
    expect(data).toMatchObject({ outcome: 'moved', type: 'collection', slug: 'khung-moi' });

    await lists.delete({ documentId, locale: '*' });
    expect([(await api('khung-moi')).status, (await get('khung-cu.rss')).status]).toEqual([410, 410]);
  });

  it.each([
    'khong-co.rss',
    'categories/khong-co.atom',
    'agencies/khong-co.json',
    'tin-moi-nhat.rdf',
    'tin-moi-nhat',
    '',
  ])('answers 404 to %s', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      404,
      expect.stringMatching(/^public, max-age=[0-5]$/),
    ]);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
