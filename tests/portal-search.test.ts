import * as cheerio from 'cheerio';
import { get } from './helpers/cache';
import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('the portal’s page of search', () => {
  let newsroom: Newsroom;

  const open = async (query: string, path = '/tim-kiem') => {
    const { status, body: html } = await get(newsroom.url + path + query, { Accept: 'text/html' });
    expect(status).toBe(200);
    return cheerio.load(html.toString());
  };
  const find = (q: string, more = '') => open(`?q=${encodeURIComponent(q)}${more}`);
  type Opened = Awaited<ReturnType<typeof open>>;
  const texts = ($: Opened, selector: string) =>
    $(selector)
      .toArray()
      .map((one) => $(one).text().replace(/\s+/g, ' ').trim());

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    await write.agency({ name: 'Sở Tài chính', slug: 'so-tai-chinh' });
    await write.directive({ number: '58-NQ/TW', abstract: 'Về xây dựng và phát triển tỉnh' });
    await write.article({
      title: 'Lễ hội ở Hòa Lộc',
      slug: 'le-hoi',
      body: body(paragraph('Sở Tài chính & <b>xã Hòa Lộc</b> vào hội.')),
      publishedOn: '2021-02-20T10:17:00.000Z',
    });
    for (let number = 1; number <= 11; number += 1) {
      await write.article({ title: `Trồng rừng ven biển đợt ${number}`, publishedOn: '2021-02-21T10:17:00.000Z' });
    }
  });
  afterAll(() => newsroom.stop());

  it('is a form that every page leads to, and that robots leave alone', async () => {
    const $ = await open('');
    expect($('form[role=search]').attr('action')).toBe('/tim-kiem');
    expect(texts($, '.search-hits li, .nothing')).toEqual([]);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect($('input[name=q]')).toHaveLength(1);
    const elsewhere = await open('', '/');
    expect(elsewhere('.masthead form[role=search]').attr('action')).toBe('/tim-kiem');
    expect(elsewhere('.masthead form[role=search] input').attr('name')).toBe('q');
    expect((await open('?q=hoi', '/en/tim-kiem'))('h1').text()).toBe('Search for “hoi”');
  });

  it('finds without accents, marks what agrees, and counts by type', async () => {
    const $ = await find('so tai chinh');
    expect(texts($, '.search-hits h2')).toEqual(['Sở Tài chính', 'Lễ hội ở Hòa Lộc']);
    expect(texts($, '.search-hits mark').join(' ')).toBe('Sở Tài chính');
    expect($('.search-excerpt').last().text()).toContain('<b>xã Hòa Lộc</b>');
    expect(texts($, '.search-types a')).toEqual(['Tin bài (1)', 'Cơ quan (1)']);
    expect(texts(await find('so tai chinh', '&type=agency'), '.search-hits h2')).toEqual(['Sở Tài chính']);
    expect(texts(await find('58 nq tw'), '.search-hits h2')).toEqual([
      'Nghị quyết 58-NQ/TW: Về xây dựng và phát triển tỉnh',
    ]);
  });

  it('is offered to browsers by a description in each language', async () => {
    for (const [path, home, template] of [
      ['/opensearch.xml', '/', 'http://127.0.0.1:1337/tim-kiem?q={searchTerms}'],
      ['/en/opensearch.xml', '/en', 'http://127.0.0.1:1337/en/tim-kiem?q={searchTerms}'],
    ] as const) {
      expect((await open('', home))('link[rel=search]').attr('href')).toBe(path);
      const { status, body: xml, headers } = await get(newsroom.url + path);
      expect([status, headers['content-type']]).toEqual([200, 'application/opensearchdescription+xml']);
      const $ = cheerio.load(xml.toString(), { xml: true });
      expect($('OpenSearchDescription').attr('xmlns')).toBe('http://a9.com/-/spec/opensearch/1.1/');
      expect($('Url').attr('template')).toBe(template);
      expect($('ShortName').text()).toMatch(/^.{1,16}$/u);
    }
  });

  it('is what a missing page offers: what its address says, and what is found by it', async () => {
    const missing = async (path: string) => {
      const { status, body: html } = await get(newsroom.url + path, { Accept: 'text/html' });
      expect(status).toBe(404);
      return cheerio.load(html.toString());
    };
    const $ = await missing('/gioi-thieu/ven-bien-trong-rung.html');
    expect($('.problem input[name=q]').val()).toBe('ven bien trong rung');
    expect(texts($, '.problem h2')).toHaveLength(5);
    expect(texts($, '.problem h2')[0]).toMatch(/^Trồng rừng ven biển đợt/);
    expect($('form[role=search]')).toHaveLength(1);
    const nothing = await missing('/khong-co/xyzxyz-qqq');
    expect([nothing('.problem input[name=q]').val(), texts(nothing, '.problem h2')]).toEqual(['xyzxyz qqq', []]);
    expect((await missing('/1/2/3'))('.problem form')).toHaveLength(1);
    // A missing file is not told from one that nobody may see by what its name says.
    for (const file of ['/tai-lieu/trong-rung.png', '/uploads%5Ctrong-rung.png', '/tai-lieu/trong%252Drung']) {
      expect((await missing(file))('.problem form, .problem h2')).toHaveLength(0);
    }
  });

  it('goes on by a link', async () => {
    const $ = await find('trong rung');
    expect(texts($, '.search-hits li')).toHaveLength(10);
    expect(texts(await open($('[data-more]').attr('href')!.replace('/tim-kiem', '')), '.search-hits li')).toHaveLength(
      1,
    );
  });

  it('helps where nothing is found, and takes whatever is typed', async () => {
    const $ = await find('xyzxyz');
    expect(texts($, '.nothing')[0]).toContain('58-NQ/TW');
    for (const q of ['<script>alert(1)</script>', '-', '"', '%', 'a'.repeat(400), '\u0000', '-rừng']) {
      const shown = await find(q);
      expect(shown('main script:not([src^="/assets/"]), main img').length).toBe(0);
      expect(shown('form[role=search]').length).toBe(1);
    }
  });
});
