import * as cheerio from 'cheerio';
import { eventually, get, hits, METRICS_TOKEN, readMetrics, ready } from './helpers/cache';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { staff } from './helpers/staff';

const SITE = 'plugin::portal-site.site-settings';
const ROUTE = `/content-manager/single-types/${SITE}?locale=vi`;
const NAME = 'Cổng thông tin điện tử tỉnh Ninh Bình';

describe('the settings of the portal', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const open = async (path: string) => cheerio.load((await get(newsroom.url + path)).body.toString());
  const json = async (path: string) => JSON.parse((await get(newsroom.url + path)).body.toString());

  /** Reads a page until it comes from the cache. */
  const keep = (path: string) =>
    eventually(
      async () => {
        const before = (await readMetrics(newsroom))(hits);
        await get(newsroom.url + path);
        return (await readMetrics(newsroom))(hits) - before;
      },
      (count) => count > 0,
    );

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom(undefined, { environment: { PORTAL_PUBLISHER: 'Cổng của môi trường' } });
    write = writers(newsroom.strapi);
    await ready(newsroom);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    delete process.env.PORTAL_PUBLISHER;
    await newsroom.stop();
  });

  it('have the name of the environment until somebody makes them, and a portal without news says so', async () => {
    const $ = await open('/');
    expect([$('title').text(), $('h1').text(), $('.wordmark').text()]).toEqual(Array(3).fill('Cổng của môi trường'));
    expect($('main .nothing a').attr('href')).toBe('http://127.0.0.1:1337/admin');
  });

  it('are made by a manager in the panel, and by nobody below', async () => {
    const agency = await write.agency();
    const approver = await staff(newsroom, 'desk-approver', agency.documentId);
    expect((await approver.ask('PUT', ROUTE, { name: 'Cổng giả' })).status).toBe(403);
    expect((await approver.ask('GET', ROUTE)).status).toBe(403);
    const manager = await staff(newsroom, 'desk-manager');
    const made = await manager.ask('PUT', ROUTE, { name: NAME, place: 'tỉnh Ninh Bình', agency: 'UBND tỉnh' });
    expect(made.status).toBe(200);
    const second = await manager.ask('POST', `/content-manager/collection-types/${SITE}?locale=vi`, { name: 'Hai' });
    expect(second.status).toBe(404);
    const base = { 'X-Desk-Base': '1' };
    const wrong = await manager.ask('PUT', ROUTE, { footerLinks: 'Chính phủ | https://chinhphu.vn\nHỏng' }, base);
    expect([wrong.status, (await wrong.json()).error.message]).toEqual([
      400,
      expect.stringMatching(/^“Liên kết cuối trang”, dòng 2: /),
    ]);
    const [entry] = await newsroom.sql(`SELECT action FROM desk.audit WHERE type = $1 ORDER BY id DESC`, [SITE]);
    expect(entry).toEqual({ action: 'create' });
  });

  it('are saved on the base of what the form showed, and not over another’s change', async () => {
    const manager = await staff(newsroom, 'desk-manager');
    const other = await staff(newsroom, 'desk-manager');
    const read = async () =>
      (await (await manager.ask('GET', ROUTE)).json()).data as { revision: number; place: string };
    const { revision } = await read();
    const save = (who: typeof manager, place: string, base?: number) =>
      who.ask('PUT', ROUTE, { place }, base === undefined ? {} : { 'X-Desk-Base': String(base) });
    expect((await save(manager, 'không có gốc')).status).toBe(428);
    expect((await save(manager, 'tỉnh Ninh Bình mới', revision)).status).toBe(200);
    const stale = await save(other, 'tỉnh Khác', revision);
    expect([stale.status, (await stale.json()).error.details]).toEqual([
      409,
      expect.objectContaining({ base: revision, revision: revision + 1 }),
    ]);
    expect(await read()).toMatchObject({ place: 'tỉnh Ninh Bình mới', revision: revision + 1 });
    expect((await save(other, 'tỉnh Ninh Bình', revision + 1)).status).toBe(200);
  });

  it('lead clients that read no page to an icon', async () => {
    const icon = await get(`${newsroom.url}/favicon.ico`);
    expect([icon.status, icon.headers['content-type'], icon.body.subarray(0, 4).toString('hex')]).toEqual([
      200,
      'image/x-icon',
      '00000100',
    ]);
    const documents = newsroom.strapi.documents(SITE);
    const { documentId } = (await documents.findFirst({ locale: 'vi' }))!;
    const picture = await write.picture();
    await documents.update({ documentId, locale: 'vi', data: { icon: picture.id } as never });
    const own = await get(`${newsroom.url}/favicon.ico`);
    expect([own.status, own.headers.location]).toEqual([302, `http://127.0.0.1:1337${picture.url}`]);
    await documents.update({ documentId, locale: 'vi', data: { icon: null } as never });
  });

  it('name the portal on its pages, in feeds, metadata and structured data, and a change empties the cache', async () => {
    await write.article({ slug: 'mot-bai', title: 'Một bài', author: null });
    const article = async () => (await json('/api/portal/v1/articles/mot-bai')).data;
    const feed = async () => (await json('/feeds/tin-moi-nhat.json')).title;
    for (const path of ['/', '/tin-tuc/mot-bai', '/api/portal/v1/articles/mot-bai', '/feeds/tin-moi-nhat.json']) {
      await keep(path);
    }
    const named = async (name: string) => {
      const $ = await open('/tin-tuc/mot-bai');
      const { metadata, jsonLd } = await article();
      expect([$('title').text(), metadata.publisher, jsonLd.publisher.name, await feed()]).toEqual([
        `Một bài – ${name}`,
        name,
        name,
        `Tin mới nhất – ${name}`,
      ]);
      expect((await get(`${newsroom.url}/sitemap-news.xml`)).body.toString()).toContain(`<news:name>${name}<`);
    };
    await named(NAME);
    const documents = newsroom.strapi.documents(SITE);
    const { documentId } = (await documents.findFirst({ locale: 'vi' }))!;
    await documents.update({ documentId, locale: 'vi', data: { name: 'Cổng đã đổi tên' } });
    await named('Cổng đã đổi tên');
    await documents.update({ documentId, locale: 'vi', data: { name: NAME } });
  });

  it('show who answers for the portal at the end of every page, and links', async () => {
    const documents = newsroom.strapi.documents(SITE);
    const { documentId } = (await documents.findFirst({ locale: 'vi' }))!;
    await documents.update({
      documentId,
      locale: 'vi',
      data: {
        editor: 'Nguyễn Văn A, Chánh Văn phòng',
        address: '3 Lê Đại Hành',
        phone: '0229 3871 156',
        email: 'toasoan@tinh.example',
        licence: 'Giấy phép số 12/GP-TTĐT <b>',
        footerLinks: 'Chính phủ | https://chinhphu.vn\nGiới thiệu | /gioi-thieu',
      },
    });
    const $ = await open('/can-bo');
    const colophon = $('.colophon').text();
    for (const said of [NAME, 'UBND tỉnh', 'Nguyễn Văn A, Chánh Văn phòng', '3 Lê Đại Hành', '12/GP-TTĐT <b>']) {
      expect(colophon).toContain(said);
    }
    expect(
      $('.colophon a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual([
      'tel:02293871156',
      'mailto:toasoan@tinh.example',
      'https://chinhphu.vn/',
      'http://127.0.0.1:1337/gioi-thieu',
    ]);
    expect($('.wordmark-whose').text()).toBe('tỉnh Ninh Bình');
    expect($('.reference-note').length).toBe(0);
    const english = await open('/en');
    expect(english('title').text()).toBe(NAME);
  });

  it('put categories on the front page in their order, and show their pictures', async () => {
    const [economy, culture] = [await write.category({ name: 'Kinh tế' }), await write.category({ name: 'Văn hóa' })];
    for (const { documentId } of [economy, culture]) await write.article({ category: documentId });
    const logo = await write.picture();
    const documents = newsroom.strapi.documents(SITE);
    const { documentId } = (await documents.findFirst({ locale: 'vi' }))!;
    const order = async (...categories: { documentId: string }[]) => {
      const data = { homeCategories: categories.map((one) => one.documentId), logo: logo.id, socialPicture: logo.id };
      await documents.update({ documentId, locale: 'vi', data: data as never });
      const $ = await open('/');
      return $('.section-heading a')
        .toArray()
        .map((link) => $(link).text());
    };
    expect(await order(culture, economy)).toEqual(['Văn hóa', 'Kinh tế']);
    expect(await order(economy, culture)).toEqual(['Kinh tế', 'Văn hóa']);
    const $ = await open('/co-quan');
    expect($('meta[property="og:image"]').attr('content')).toMatch(/^http:\/\/127.0.0.1:1337\/uploads\//);
    const address = new URL($('.logo').attr('src')!).pathname;
    expect((await get(newsroom.url + address)).status).toBe(200);
  });
});
