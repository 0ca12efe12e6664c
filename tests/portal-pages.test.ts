import { brotliDecompressSync } from 'node:zlib';
import * as cheerio from 'cheerio';
import { eventually, get, hits, METRICS_TOKEN, readMetrics, ready, type Got } from './helpers/cache';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { previewDesk } from './helpers/previews';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe('a page of the portal', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const read = (path: string, headers = {}) => get(newsroom.url + path, { Accept: 'text/html', ...headers });
  const open = async (path: string) => {
    const answer = await read(path);
    return { ...answer, $: cheerio.load(answer.body.toString()) };
  };
  const countHits = async () => (await readMetrics(newsroom))(hits);

  /** Reads a page until it comes from the cache. */
  const readCached = (path: string, headers = {}): Promise<Got> =>
    eventually(
      async () => {
        const before = await countHits();
        const answer = await read(path, headers);
        return { answer, isCached: (await countHits()) > before };
      },
      ({ isCached }) => isCached,
    ).then(({ answer }) => answer);

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

  it('has the whole article in its HTML: title, text, picture, neighbours, latest news', async () => {
    const category = await write.category({ name: 'Kinh tế', slug: 'kinh-te' });
    const photo = await write.picture({ alternativeText: 'Cầu Hàm Rồng' });
    const data = { category: category.documentId, publishedOn: hours(-3) };
    await write.article({ ...data, slug: 'cu-hon', title: 'Bài cũ hơn', publishedOn: hours(-5) });
    await write.article({
      ...data,
      slug: 'ca-bai',
      title: 'Thông xe cầu <mới> & "đẹp"',
      summary: 'Cầu thông xe sáng nay.',
      body: body(paragraph('Sáng nay, cầu được thông xe.'), figure(photo.documentId, 'Cầu lúc sáng sớm.', 'Cầu')),
    });
    const { $, status } = await open('/tin-tuc/ca-bai');
    expect(status).toBe(200);
    expect($('html').attr('lang')).toBe('vi');
    expect($('h1').text()).toBe('Thông xe cầu <mới> & "đẹp"');
    expect($('.prose').text()).toContain('Sáng nay, cầu được thông xe.');
    expect($('.prose img').attr()).toMatchObject({
      alt: 'Cầu',
      width: '1200',
      height: '800',
      srcset: expect.stringMatching(/\/uploads\/\S+ 234w, .*1200w$/),
      sizes: expect.stringContaining('100vw'),
    });
    expect($('.neighbours a').text()).toBe('Bài cũ hơn');
    expect($('aside a[aria-current=page]').text()).toBe('Thông xe cầu <mới> & "đẹp"');
    expect($('aside li').first().text()).toMatch(/^Thông xe cầu.*\(\d\d\/\d\d\/\d{4} \d+:\d\d (SA|CH)\)$/);
  });

  it('says in its head what search engines and previews of links show', async () => {
    const { $ } = await open('/tin-tuc/ca-bai');
    const url = 'http://127.0.0.1:1337/tin-tuc/ca-bai';
    const property = (name: string) => $(`meta[property="${name}"]`).attr('content');
    expect($('title').text()).toMatch(/^Thông xe cầu <mới> & "đẹp" – ./);
    expect($('meta[name=description]').attr('content')).toBe('Cầu thông xe sáng nay.');
    expect($('link[rel=canonical]').attr('href')).toBe(url);
    expect([property('og:title'), property('og:description'), property('og:url')]).toEqual([
      'Thông xe cầu <mới> & "đẹp"',
      'Cầu thông xe sáng nay.',
      url,
    ]);
    expect([property('og:type'), property('og:locale')]).toEqual(['article', 'vi_VN']);
    expect(property('og:image')).toMatch(/^http.*\/uploads\//);
    expect($('meta[name="twitter:card"]').attr('content')).toBe('summary_large_image');
    expect($('link[type="application/rss+xml"]').attr('href')).toBe('/feeds/tin-moi-nhat.rss');
    expect($('meta[name=robots]').length).toBe(0);
    const data = $('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse($(script).text()));
    expect(data).toMatchObject([
      { '@type': 'NewsArticle', headline: 'Thông xe cầu ‹mới> & "đẹp"', mainEntityOfPage: url },
      { '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { name: 'Kinh tế' }, { item: url }] },
    ]);
  });

  it('is served from the cache, compressed, until what it shows changes', async () => {
    const article = await write.article({ slug: 'nho', title: 'Còn nhớ', publishedOn: hours(-30) });
    const plain = await readCached('/tin-tuc/nho');
    expect([plain.headers['content-type'], plain.headers['cache-control'], plain.headers.vary]).toEqual([
      'text/html; charset=utf-8',
      'public, max-age=5, stale-if-error=600',
      'Accept-Encoding',
    ]);
    expect(plain.headers).not.toHaveProperty('access-control-allow-origin');
    const compressed = await readCached('/tin-tuc/nho?fbclid=x1', { 'Accept-Encoding': 'br' });
    expect(brotliDecompressSync(compressed.body).equals(plain.body)).toBe(true);
    const known = await readCached('/tin-tuc/nho', { 'If-None-Match': String(plain.headers.etag) });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const head = await get(`${newsroom.url}/tin-tuc/nho`, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag]);

    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    const { documentId } = article;
    await documents.update({ documentId, locale: 'vi', data: { title: 'Đã đổi' } as never });
    await documents.publish({ documentId, locale: 'vi' });
    const changed = await read('/tin-tuc/nho', { 'If-None-Match': String(plain.headers.etag) });
    expect([changed.status, changed.body.toString()]).toEqual([
      200,
      expect.stringContaining('<h1 id="title">Đã đổi</h1>'),
    ]);
  });

  it('is never kept past the instant at which time changes it', async () => {
    await write.article({
      slug: 'sap-het',
      publishedOn: hours(-1),
      expiresOn: new Date(Date.now() + 3_000).toISOString(),
    });
    const { status, headers } = await read('/tin-tuc/sap-het');
    expect(status).toBe(200);
    expect(headers['cache-control']).toMatch(/max-age=[0-2],/);
    await eventually(
      () => read('/tin-tuc/sap-het'),
      (answer) => answer.status === 410,
    );
  });

  it('shows nothing of an article under embargo', async () => {
    await write.article({ slug: 'sap-toi', title: 'Bí mật tới giờ G', publishedOn: hours(5) });
    const { $, status, body: bytes } = await open('/tin-tuc/sap-toi');
    expect([status, $('h1').text()]).toEqual([404, 'Không tìm thấy trang này']);
    expect(bytes.toString()).not.toMatch(/Bí mật|og:/);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
  });

  it('keeps a withdrawn article with its notice out of search engines and previews', async () => {
    await write.article({
      slug: 'rut',
      title: 'Bài đã rút',
      publishedOn: hours(-9),
      withdrawnOn: hours(-1),
      withdrawalOutcome: 'notice',
      withdrawalReason: 'Sai số liệu.',
    });
    const { $, status } = await open('/tin-tuc/rut');
    expect([status, $('.notice-withdrawal').text()]).toEqual([200, expect.stringContaining('Sai số liệu.')]);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect($('link[rel=canonical], meta[property], script[type="application/ld+json"]').length).toBe(0);
  });

  it('leads to where a moved article is, and says why a removed one is gone', async () => {
    const { documentId } = await write.article({ slug: 'ten-cu' });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId, locale: 'vi', data: { slug: 'ten-moi' } as never });
    await documents.publish({ documentId, locale: 'vi' });
    const moved = await read('/tin-tuc/ten-cu');
    expect([moved.status, moved.headers.location, moved.headers['cache-control']]).toEqual([
      301,
      'http://127.0.0.1:1337/tin-tuc/ten-moi',
      expect.stringMatching(/^public, max-age=[0-5]$/),
    ]);
    await write.redirect({ from: '/gioi-thieu.aspx', to: null, outcome: 'gone', reason: 'Trang đã <cũ>.' });
    const { $, status } = await open('/gioi-thieu.aspx');
    expect([status, $('h1').text()]).toEqual([410, 'Nội dung này không còn trên cổng']);
    expect($('.problem').text()).toContain('Trang đã <cũ>.');
    const forScripts = await get(`${newsroom.url}/khong-co`, { Accept: 'application/json' });
    expect([forScripts.status, JSON.parse(forScripts.body.toString()).error.status]).toEqual([404, 404]);
  });

  it('leads through a list by links, to the end', async () => {
    const category = await write.category({ name: 'Văn hóa', slug: 'van-hoa' });
    const titles = Array.from({ length: 12 }, (_, index) => `Bài thứ ${index + 1}`);
    for (const [index, title] of titles.entries()) {
      await write.article({ title, category: category.documentId, publishedOn: hours(-100 - index) });
    }
    const seen: string[] = [];
    let path: string | undefined = '/chuyen-muc/van-hoa';
    while (path) {
      const { $ } = await open(path);
      seen.push(
        ...$('.card-title')
          .toArray()
          .map((title) => $(title).text()),
      );
      path = $('a[rel=next]').attr('href');
      expect($('meta[name=robots]').length).toBe(path ? 0 : 1);
    }
    expect(seen).toEqual(titles);
    expect((await read('/chuyen-muc/van-hoa?cursor=abc.def')).status).toBe(404);
    expect((await read('/tin-tuc?agency=khong-co')).status).toBe(404);
  });

  it('shows the way to an article through all categories above its own', async () => {
    const top = await write.category({ slug: 'doi-song', name: 'Đời sống' });
    const middle = await write.category({ slug: 'suc-khoe', name: 'Sức khỏe', parent: top.documentId });
    const own = await write.category({ slug: 'y-te-co-so', name: 'Y tế cơ sở', parent: middle.documentId });
    await write.article({ slug: 'tram-y-te', title: 'Trạm y tế', category: own.documentId, publishedOn: hours(-50) });
    const { $ } = await open('/tin-tuc/tram-y-te');
    const links = $('.breadcrumbs a').toArray();
    expect(links.map((link) => $(link).attr('href'))).toEqual([
      '/tin-tuc',
      '/chuyen-muc/doi-song',
      '/chuyen-muc/suc-khoe',
      '/chuyen-muc/y-te-co-so',
    ]);
    const data = $('script[type="application/ld+json"]')
      .toArray()
      .map((script) => JSON.parse($(script).text()) as { '@type': string; itemListElement?: { name: string }[] });
    expect(data.find((one) => one['@type'] === 'BreadcrumbList')!.itemListElement!.map(({ name }) => name)).toEqual([
      'Tin tức',
      'Đời sống',
      'Sức khỏe',
      'Y tế cơ sở',
      'Trạm y tế',
    ]);
  });

  it('lists the news of an agency under a former slug of it, as the contract does', async () => {
    const agency = await write.agency({ slug: 'so-cu-ten', name: 'Sở đổi tên' });
    await write.article({ title: 'Tin của sở', agency: agency.documentId, publishedOn: hours(-60) });
    await newsroom.sql(`UPDATE agencies SET slug = 'so-moi-ten' WHERE slug = 'so-cu-ten'`);
    for (const name of ['so-moi-ten', 'so-cu-ten', agency.documentId]) {
      const { $, status } = await open(`/tin-tuc?agency=${name}`);
      expect([name, status, $('.card-title').text()]).toEqual([name, 200, 'Tin của sở']);
      expect($('link[rel=canonical]').attr('href')).toBe('http://127.0.0.1:1337/tin-tuc?agency=so-moi-ten');
      expect($('link[type="application/rss+xml"]').attr('href')).toBe('/feeds/agencies/so-moi-ten.rss');
    }
  });

  it('says what a button of the text size does in words that begin with what it shows', async () => {
    await write.article({ slug: 'phong-to', title: 'Phóng to' });
    const { $ } = await open('/tin-tuc/phong-to');
    const buttons = $('[data-zoom]').toArray();
    expect(buttons.map((button) => $(button).text())).toEqual(['A− Giảm cỡ chữ', 'A+ Tăng cỡ chữ']);
    expect(buttons.map((button) => $(button).attr('aria-label'))).toEqual([undefined, undefined]);
  });

  it('leads to the headings of a long article, from the page and from the contract', async () => {
    const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] });
    const long = paragraph('chữ '.repeat(500).trim());
    const content = [heading('Mở đầu'), long, heading('Kết quả'), long, heading('Kết quả')];
    await write.article({ slug: 'bai-dai', title: 'Bài dài', body: body(...content), publishedOn: hours(-40) });
    const { $ } = await open('/tin-tuc/bai-dai');
    expect(
      $('.contents a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['#mo-dau', '#ket-qua', '#ket-qua-2']);
    expect($('#ket-qua-2').text()).toBe('Kết quả');
    expect($('.date-line').text()).toContain('Đọc khoảng 4 phút');
    const links = $('.share a')
      .toArray()
      .map((link) => $(link).attr('href'));
    expect(links[0]).toBe(
      'https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2F127.0.0.1%3A1337%2Ftin-tuc%2Fbai-dai',
    );
    const answer = await get(`${newsroom.url}/api/portal/v1/articles/bai-dai`);
    const { html, body: blocks } = JSON.parse(answer.body.toString()).data;
    expect(html).toContain('<h2 id="mo-dau">Mở đầu</h2>');
    expect(blocks[0].html).toBe('<h2 id="mo-dau">Mở đầu</h2>');
  });

  it('lists the news of each month that has some', async () => {
    await write.article({ title: 'Bài tháng Hai', publishedOn: '2021-02-28T16:59:59Z' });
    await write.article({ title: 'Bài tháng Ba', publishedOn: '2021-02-28T17:00:00Z' });
    const { $ } = await open('/luu-tru');
    const months = $('.months a')
      .toArray()
      .map((link) => $(link).attr('href'));
    expect(months.slice(-2)).toEqual(['/luu-tru/2021-03', '/luu-tru/2021-02']);
    const february = await open('/luu-tru/2021-02');
    expect([february.$('h1').text(), february.$('.card-title').text()]).toEqual(['Tin tháng 2/2021', 'Bài tháng Hai']);
    for (const none of ['2021-04', '2021-13', '0000-01', 'x']) {
      expect((await read(`/luu-tru/${none}`)).status).toBe(404);
    }
  });

  it('suggests, where nothing is, what has or had that name elsewhere', async () => {
    await write.agency({ slug: 'so-tu-phap', name: 'Sở Tư pháp' });
    const { $, status } = await open('/gioi-thieu/S%E1%BB%9F%20T%C6%B0%20ph%C3%A1p.html');
    expect(status).toBe(404);
    expect(
      $('.problem li a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['http://127.0.0.1:1337/co-quan/so-tu-phap', 'http://127.0.0.1:1337/en/co-quan/so-tu-phap']);
    const feed = (await open('/co-quan/so-tu-phap')).$('.feed-link a').attr('href');
    expect((await read(feed!)).status).toBe(200);
  });

  it('suggests the articles whose addresses begin like one that was cut short', async () => {
    await write.article({ slug: 'le-hoi-den-hung-ba-ngay', title: 'Lễ hội' });
    const hidden = await write.article({ slug: 'le-hoi-den-kin', title: 'Kín' });
    await newsroom.sql(`UPDATE articles SET published_on = now() + interval '1 day' WHERE document_id = $1`, [
      hidden.documentId,
    ]);
    const suggested = async (path: string) => {
      const { $, status } = await open(path);
      expect($('.problem').text()).not.toContain('Kín');
      const links = $('.problem > ul:not(.search-hits) a').toArray();
      return [status, links.map((link) => $(link).attr('href'))];
    };
    const there = ['http://127.0.0.1:1337/tin-tuc/le-hoi-den-hung-ba-ngay'];
    expect(await suggested('/tin-tuc/le-hoi-den-hung-ba-n')).toEqual([404, there]);
    expect(await suggested('/tin-tuc/le-hoi-den-hung-')).toEqual([404, there]);
    expect(await suggested('/tin-tuc/le-hoi-den-')).toEqual([404, there]);
    expect(await suggested('/tin-tuc/le-hoi-den-ki')).toEqual([404, []]);
    expect(await suggested('/tin-tuc/le-ho')).toEqual([404, []]);
    expect(await suggested('/tin-tuc/%25%25%25%25%25%25%25%25')).toEqual([404, []]);
  });

  it('offers the feeds of its language', async () => {
    await write.category({ slug: 'giao-duc', name: 'Giáo dục', nameEn: 'Education' });
    for (const [path, feed, title] of [
      ['/en', '/feeds/en/tin-moi-nhat.rss', 'Latest news'],
      ['/en/chuyen-muc/giao-duc', '/feeds/en/categories/giao-duc.rss', 'Education'],
    ] as const) {
      const { $ } = await open(path);
      expect($('link[type="application/rss+xml"]').first().attr('href')).toBe(feed);
      const { status, body: rss } = await get(newsroom.url + feed);
      expect([status, rss.toString()]).toEqual([200, expect.stringContaining(`<title>${title} – `)]);
      expect(rss.toString()).toContain('<language>en</language>');
    }
    const { $ } = await open('/en/chuyen-muc/giao-duc');
    expect($('.feed-link a').attr('href')).toBe('/feeds/en/categories/giao-duc.rss');
  });

  it('has an English page beside it, and leads from one to the other', async () => {
    const { documentId } = await write.article({ slug: 'hai-thu-tieng', title: 'Hai thứ tiếng' });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    const english = { title: 'In two languages', slug: 'in-two-languages', body: body(paragraph('Text.')) };
    await documents.update({ documentId, locale: 'en', data: english as never });
    await documents.publish({ documentId, locale: 'en' });
    const { $ } = await open('/en/tin-tuc/in-two-languages');
    expect([$('html').attr('lang'), $('.site-nav a').first().text()]).toEqual(['en', 'Home']);
    const alternates = $('link[rel=alternate][hreflang]').toArray();
    expect(Object.fromEntries(alternates.map((link) => [$(link).attr('hreflang'), $(link).attr('href')]))).toEqual({
      en: 'http://127.0.0.1:1337/en/tin-tuc/in-two-languages',
      vi: 'http://127.0.0.1:1337/tin-tuc/hai-thu-tieng',
    });
    expect($('.languages a').attr('href')).toBe('http://127.0.0.1:1337/tin-tuc/hai-thu-tieng');
    const home = await open('/en');
    expect(home.$('.languages a').attr('href')).toBe('/');
  });

  it('shows a draft to whoever has the link, and keeps it nowhere', async () => {
    const desk = await previewDesk(newsroom);
    const { documentId } = await desk.draft('Bản nháp chưa đăng.');
    const path = await desk.address(desk.reporter, documentId, {});
    const { $, status, headers } = await open(path);
    expect([status, $('.prose').text()]).toEqual([200, 'Bản nháp chưa đăng.']);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect($('link[type="application/rss+xml"], meta[property], link[rel=canonical]').length).toBe(0);
    const wrong = await open(`${path}x`);
    expect([wrong.status, wrong.headers['cache-control'], wrong.$('h1').text()]).toEqual([
      404,
      'no-store',
      'Liên kết xem trước không còn dùng được',
    ]);
  });

  it('has styles and scripts whose addresses change with their content, and that are kept for ever', async () => {
    const { $ } = await open('/');
    const addresses = [$('link[rel=stylesheet]').attr('href')!, $('script[src]').attr('src')!];
    for (const address of addresses) {
      expect(address).toMatch(/^\/assets\/[\w-]+\.[0-9a-f]{10}\.(css|js)$/);
      const { status, headers } = await read(address, { 'Accept-Encoding': 'br' });
      expect([status, headers['cache-control'], headers['content-encoding']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
        'br',
      ]);
    }
    expect((await read('/assets/portal.0000000000.css')).status).toBe(404);
    expect((await read('/assets/..%2fstyles%2fbase.css')).status).toBe(404);
  });
});
