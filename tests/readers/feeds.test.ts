import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { body, figure, paragraph, writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { run } from './programs';

const HERE = __dirname;
const XSD = path.resolve(HERE, '../fixtures/sitemaps/sitemap.xsd');
const HOSTILE = 'Nghi Sơn: A & B < C > D ]]> "E" \u202eđảo\u202c 😀 &amp; <b>đậm</b>\u0001\ufffe';
const SEEN = HOSTILE.replace(/[\u0001\ufffe]/g, '');

type Read = {
  isMalformed: boolean;
  version: string;
  title: string;
  language: string;
  self: string[];
  entries: {
    id: string;
    title: string;
    link: string;
    author: string;
    summary: string;
    content: string[];
    tags: string[];
    enclosures: [string, string, string][];
    published: number[];
    updated: number[];
  }[];
};

describe('programs that read feeds and sitemaps', () => {
  let newsroom: Newsroom;
  let folder: string;
  let size: number;

  const get = async (at: string) => (await fetch(newsroom.url + at)).text();
  const feedparser = async (at: string): Promise<Read> =>
    JSON.parse(await run('/usr/bin/python3', [path.join(HERE, 'read_feed.py')], await get(at)));

  beforeAll(async () => {
    newsroom = await startNewsroom();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'readers-'));
    const write = writers(newsroom.strapi);
    const category = await write.category({ name: 'Kinh tế & đầu tư', slug: 'kinh-te' });
    const agency = await write.agency({ name: 'Sở Tài chính', slug: 'so-tai-chinh' });
    const photo = (await write.picture({ alternativeText: 'Cảng' })) as unknown as { documentId: string; size: number };
    size = Math.round(photo.size * 1000);
    await write.article({
      title: HOSTILE,
      slug: 'mot-bai',
      summary: HOSTILE,
      category: category.documentId,
      agency: agency.documentId,
      body: body(paragraph(HOSTILE), figure(photo.documentId, HOSTILE)),
      publishedOn: '2021-02-19T10:17:00.000Z',
      updatedOn: '2021-02-20T01:00:00.000Z',
    });
    const { documentId } = await write.article({ title: 'Bài thứ hai', slug: 'bai-hai' });
    await newsroom.strapi
      .documents('plugin::newsroom.article')
      .update({ documentId, locale: 'en', data: { title: 'Second', slug: 'second' } as never, status: 'published' });
    const gone = await write.article({ title: 'Đã gỡ', slug: 'da-go', publishedOn: '2021-02-18T10:17:00.000Z' });
    await newsroom.strapi
      .documents('plugin::newsroom.article')
      .unpublish({ documentId: gone.documentId, locale: 'vi' });
  });
  afterAll(async () => {
    await newsroom.stop();
    await fs.rm(folder, { recursive: true });
  });

  it.each(['tin-moi-nhat', 'categories/kinh-te', 'agencies/so-tai-chinh'])(
    'xmllint finds nothing wrong with the feed %s',
    async (feed) => {
      for (const format of ['rss', 'atom'])
        await run('xmllint', ['--noout', '--nonet', '-'], await get(`/feeds/${feed}.${format}`));
    },
  );

  it.each(['/sitemap.xml', '/sitemap-news.xml', '/sitemaps/places.xml', '/sitemaps/2021-02.xml'])(
    'xmllint finds %s to be as the protocol has it',
    async (sitemap) => {
      await run('xmllint', ['--noout', '--nonet', '--schema', XSD, '-'], await get(sitemap));
    },
  );

  it.each([
    ['rss', 'rss20'],
    ['atom', 'atom10'],
  ])('feedparser reads all of an entry from %s', async (format, version) => {
    const feed = await feedparser(`/feeds/categories/kinh-te.${format}`);
    expect(feed).toMatchObject({
      isMalformed: false,
      version,
      language: 'vi',
      title: 'Kinh tế & đầu tư – Cổng thông tin điện tử',
      self: [`http://127.0.0.1:1337/feeds/categories/kinh-te.${format}`],
    });
    expect(feed.entries).toHaveLength(1);
    const [entry] = feed.entries;
    expect(entry).toMatchObject({
      title: SEEN,
      link: 'http://127.0.0.1:1337/tin-tuc/mot-bai',
      author: 'Sở Tài chính',
      tags: ['Kinh tế & đầu tư'],
      published: [2021, 2, 19, 10, 17, 0, 4, 50, 0],
      updated: [2021, 2, 20, 1, 0, 0, 5, 51, 0],
    });
    expect(entry!.id).toMatch(/^urn:uuid:/);
    expect(entry!.content.join()).toContain('A &amp; B &lt; C &gt; D ]]&gt;');
    expect(entry!.enclosures).toEqual([
      [expect.stringMatching(/^http:\/\/127.0.0.1:1337\/uploads\/.+png$/), 'image/png', String(size)],
    ]);
  });

  it('feedparser sees the same id of an entry in both formats', async () => {
    const [rss, atom] = await Promise.all(['rss', 'atom'].map((format) => feedparser(`/feeds/tin-moi-nhat.${format}`)));
    expect(rss!.entries.map(({ id }) => id)).toEqual(atom!.entries.map(({ id }) => id));
    expect(rss!.entries).toHaveLength(2);
  });

  it.each(['rss', 'atom'])('newsboat stores the entries of %s, and none twice', async (format) => {
    const urls = path.join(folder, `${format}-urls`);
    const config = path.join(folder, 'config');
    await fs.writeFile(urls, `${newsroom.url}/feeds/tin-moi-nhat.${format}\n`);
    await fs.writeFile(config, '');
    // It makes a folder of its own there, whatever it is told.
    const newsboat = (command: string) =>
      run('env', [
        `HOME=${folder}`,
        'newsboat',
        '-u',
        urls,
        '-C',
        config,
        '-c',
        path.join(folder, `${format}.db`),
        '-x',
        command,
      ]);
    await newsboat('reload');
    expect(await newsboat('print-unread')).toContain('2 unread');
    await newsboat('reload');
    expect(await newsboat('print-unread')).toContain('2 unread');
  });
});
