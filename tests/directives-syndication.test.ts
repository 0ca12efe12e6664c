import { SaxesParser } from 'saxes';
import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { jsonFeed } from './helpers/json-feed';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { readItems, tombstones } from './helpers/read-feed';

const DIRECTIVE = 'plugin::public-record.directive';
const PORTAL = 'http://127.0.0.1:1337';
const PAGE = `${PORTAL}/chi-dao-dieu-hanh`;
const FORMATS = ['rss', 'atom', 'json'];

describe('feeds and sitemaps of directives', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;

  const get = (path: string) => fetch(newsroom.url + path, { redirect: 'manual' });
  const text = async (path: string): Promise<string> => {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const feed = async (path = '/feeds/directives') => jsonFeed.parse(JSON.parse(await text(`${path}.json`)));
  const locs = async (path: string) =>
    [...(await text(path)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!.replace(PORTAL, ''));
  /** To the millisecond, which Atom alone shows. */
  const updatedOf = async (slug: string) => {
    const entries = (await text('/feeds/directives.atom')).split('<entry>').slice(1);
    const entry = entries.find((one) => one.includes(`href="${PAGE}/${slug}"`));
    return entry === undefined ? undefined : new Date(/<updated>([^<]+)/.exec(entry)![1]!).getTime();
  };
  const documents = () => documentsOf(newsroom.strapi)(DIRECTIVE);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = (await write.agency({ name: 'UBND tỉnh' })).documentId;
  });
  afterAll(() => newsroom.stop());

  it('are whole without any directive', async () => {
    expect((await feed()).items).toEqual([]);
    for (const format of FORMATS) await text(`/feeds/en/directives.${format}`);
    expect(await locs('/sitemap.xml')).toEqual(['/sitemaps/places.xml']);
    expect((await get('/sitemaps/directives-2021.xml')).status).toBe(404);
  });

  it('have the newest issues in each format, whole, with their files', async () => {
    await write.directive({ number: '1/QĐ-UBND', slug: 'cu', issuedOn: '2020-05-01', agency });
    const abstract = 'Về việc <chống hạn> & "cấp nước"\nnăm 2021';
    const { documentId } = await write.directive({
      number: '2/CT-UBND',
      slug: 'moi',
      issuedOn: '2021-02-19',
      abstract,
      agency,
    });
    for (const format of FORMATS) {
      const answer = await get(`/feeds/directives.${format}`);
      const body = await answer.text();
      if (format !== 'json') new SaxesParser({ xmlns: true }).write(body).close();
      const items = await readItems(body, answer.headers.get('content-type')!);
      expect([format, items.map(({ url, title }) => [url, title])]).toEqual([
        format,
        [
          [`${PAGE}/moi`, '2/CT-UBND – Về việc <chống hạn> & "cấp nước" năm 2021'],
          [`${PAGE}/cu`, expect.stringContaining('1/QĐ-UBND')],
        ],
      ]);
    }
    const { title, home_page_url: page, feed_url: address, items } = await feed();
    expect([title, page, address]).toEqual(['Chỉ đạo điều hành', PAGE, `${PORTAL}/feeds/directives.json`]);
    expect(items[0]).toMatchObject({
      authors: [{ name: 'UBND tỉnh' }],
      attachments: [{ mime_type: 'application/pdf', title: 'van-ban.pdf' }],
      content_html: expect.stringContaining('Về việc &lt;chống hạn&gt; &amp; &quot;cấp nước&quot; năm 2021'),
    });

    const before = await feed();
    await documents().update({ documentId, locale: 'vi', data: { slug: 'moi-hon' }, status: 'published' });
    const after = await feed();
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
    expect(after.items[0]!.url).toBe(`${PAGE}/moi-hon`);
  });

  it('have a feed in English of what is in English', async () => {
    const { documentId } = await write.directive({ number: '3/QĐ-UBND', slug: 'ba', issuedOn: '2021-03-01', agency });
    await documents().update({
      documentId,
      locale: 'en',
      data: { slug: 'three', abstract: 'On drought', agency },
      status: 'published',
    });
    const english = await feed('/feeds/en/directives');
    expect([english.title, english.language, english.home_page_url]).toEqual([
      'Directives',
      'en',
      `${PORTAL}/en/chi-dao-dieu-hanh`,
    ]);
    expect(english.items.map(({ url }) => url)).toEqual([`${PORTAL}/en/chi-dao-dieu-hanh/three`]);
  });

  it('announce what was removed, and what is there again as newer than that', async () => {
    const { documentId } = await write.directive({ number: '4/QĐ-UBND', slug: 'bon', issuedOn: '2021-04-01', agency });
    const first = (await updatedOf('bon'))!;
    const { id } = (await feed()).items.find(({ url }) => url === `${PAGE}/bon`)!;
    await documents().unpublish({ documentId, locale: 'vi' });
    const removed = tombstones(await text('/feeds/directives.atom'));
    expect([...removed.keys()]).toEqual([id]);
    expect(await updatedOf('bon')).toBeUndefined();

    await documents().publish({ documentId, locale: 'vi' });
    expect(tombstones(await text('/feeds/directives.atom')).size).toBe(0);
    const returned = (await updatedOf('bon'))!;
    expect(returned).toBeGreaterThan(Math.max(first, new Date(removed.get(id)!).getTime()));
    await documents().update({ documentId, locale: 'vi', data: { abstract: 'Đã sửa' }, status: 'published' });
    expect(await updatedOf('bon')).toBe(returned);
    await newsroom.sql(
      `UPDATE public_record.addresses SET left_on = left_on - interval '31 days' WHERE left_on IS NOT NULL`,
    );
  });

  it('list the pages by year of issue, with their languages', async () => {
    expect(await locs('/sitemap.xml')).toEqual([
      '/sitemaps/places.xml',
      '/sitemaps/directives-2020.xml',
      '/sitemaps/directives-2021.xml',
    ]);
    expect(await locs('/sitemaps/directives-2020.xml')).toEqual(['/chi-dao-dieu-hanh/cu']);
    const pages = await locs('/sitemaps/directives-2021.xml');
    expect(pages.sort()).toEqual(
      [
        '/chi-dao-dieu-hanh/ba',
        '/chi-dao-dieu-hanh/bon',
        '/chi-dao-dieu-hanh/moi-hon',
        '/en/chi-dao-dieu-hanh/three',
      ].sort(),
    );
    expect(await text('/sitemaps/directives-2021.xml')).toContain(
      `<xhtml:link rel="alternate" hreflang="en" href="${PORTAL}/en/chi-dao-dieu-hanh/three"/>`,
    );
    for (const name of ['directives-2019', 'directives-2021-2', 'directives-0000', 'directives-x', 'directives']) {
      expect([name, (await get(`/sitemaps/${name}.xml`)).status]).toEqual([name, 404]);
    }
  });

  it.each(['directives', 'en', 'Directives', 'EN'])('are where no list of latest news can be: %s', async (slug) => {
    await expect(write.latestNewsList({ slug })).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['slug'], message: expect.stringContaining('directives hay en') }] },
    });
    await write.latestNewsList({ slug: `${slug}-khac` });
  });
});
