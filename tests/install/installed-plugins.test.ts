import fs from 'node:fs/promises';
import path from 'node:path';
import { BlankApp } from '../helpers/blank-app';
import { NewsroomProcess, root } from '../helpers/newsroom-process';

const started = 'Strapi started successfully';
const contract = ['newsroom', 'directory', 'body-editor', 'portal-feeds'];

describe('plugins installed from their tarballs into a blank Strapi app', () => {
  let app: BlankApp;

  beforeAll(async () => {
    app = await BlankApp.make();
  }, 600_000);
  afterEach(() => NewsroomProcess.endAll());
  afterAll(() => app.remove());

  async function open(): Promise<(place: string) => Promise<Response>> {
    const { process, url } = await app.start();
    await process.says(started);
    return (place) => fetch(url + place);
  }

  /** What it says while it refuses to start. */
  async function refusal(): Promise<string> {
    const { process } = await app.start();
    await expect(process.says(started)).rejects.toThrow();
    expect((await process.exited).code).toBe(1);
    return process.output;
  }

  it('body-editor alone checks and renders the bodies of the app’s own type', async () => {
    await app.become('body', ['body-editor']);
    const { process } = await app.start();
    await process.says(started);
    expect(process.output).toContain('Refused: ValidationError Trường “body”');
    expect(await app.sql('SELECT body_html, body_text FROM pages')).toEqual([
      { body_html: '<p>Lời nói đầu.</p>', body_text: 'Lời nói đầu.' },
    ]);
  });

  it('directory alone has terms of office by day, in any time zone of the app', async () => {
    await app.become('directory', ['directory'], { TZ: 'Asia/Ho_Chi_Minh' });
    await open();
    const held = (day: string) => app.sql(`SELECT title FROM directory.posts_held(1, '${day}')`);
    expect(await held('2021-02-19')).toEqual([{ title: 'Giám đốc' }]);
    expect(await held('2021-02-20')).toEqual([]);
  });

  it('upload-guard alone refuses HTML under another name, and serves files with a sandboxing policy', async () => {
    await app.become('uploads', ['upload-guard']);
    const { process, url } = await app.start();
    await process.says(started);
    expect(process.output).toContain('Refused: ApplicationError Không nhận tệp “trang.pdf”');
    const [file, ...others] = await app.sql('SELECT name, mime, url FROM files');
    expect([file, others]).toMatchObject([{ name: 'thong-bao.pdf', mime: 'application/pdf' }, []]);
    const { status, headers } = await fetch(url + file!.url);
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });

  it('newsroom without a plugin that it needs refuses to start, and names it', async () => {
    await app.become('blank', ['newsroom']);
    expect(await refusal()).toContain('newsroom cần thêm @portal-newsroom/directory, @portal-newsroom/body-editor');
  });

  it('portal-feeds and legacy-import without newsroom refuse to start, and name it', async () => {
    await app.become('blank', ['portal-feeds', 'directory', 'body-editor']);
    expect(await refusal()).toContain('Plugin portal-feeds cần thêm @portal-newsroom/newsroom:');
    await app.become('blank', ['legacy-import', 'directory', 'body-editor']);
    expect(await refusal()).toContain('Plugin legacy-import cần thêm @portal-newsroom/newsroom:');
  });

  it('public-record needs the directory alone, and has its answers with the contract', async () => {
    await app.become('blank', ['public-record']);
    expect(await refusal()).toContain('Plugin public-record cần thêm @portal-newsroom/directory:');
    await app.become('directory', ['directory', 'public-record'], { TZ: 'Asia/Ho_Chi_Minh' });
    await open();
    expect(await app.sql(`SELECT public_record.number_key('Số: 058–NQ/TW') AS key`)).toEqual([{ key: '58 nq tw' }]);
    await app.become('articles', [...contract, 'public-record'], { DATABASE_SCHEMA: 'cms' });
    await app.sql('CREATE SCHEMA cms');
    const at = await open();
    expect(await (await at('/api/portal/v1/directives')).json()).toEqual({
      data: [],
      meta: { nextCursor: null, filters: {} },
    });
    expect((await at('/feeds/directives.rss')).status).toBe(200);
    const { data } = await (await at('/api/portal/v1/articles/bai-viet-dau-tien')).json();
    expect(data.cites).toEqual([]);
  });

  it('publishing-desk without the types that it watches refuses to start, and names them', async () => {
    await app.become('blank', ['publishing-desk']);
    expect(await refusal()).toContain(
      'Plugin publishing-desk cần thêm @portal-newsroom/newsroom, @portal-newsroom/directory:',
    );
  });

  it('an article published through the document service is read through the contract', async () => {
    await app.become('articles', contract, { DATABASE_SCHEMA: 'cms' });
    await app.sql(`CREATE SCHEMA cms; ALTER DATABASE ${app.database} SET TimeZone = 'Asia/Ho_Chi_Minh'`);
    const at = await open();
    const article = await (await at('/api/portal/v1/articles/bai-viet-dau-tien')).json();
    expect(article.data).toMatchObject({
      title: 'Bài viết đầu tiên',
      url: 'https://portal.example/tin-tuc/bai-viet-dau-tien',
      publishedOn: '2021-02-19T17:17:00+07:00',
    });
    expect(JSON.stringify(article.data)).toContain('<p>Nội dung của bài.</p>');
    const { data } = await (await at('/api/portal/v1/latest-news')).json();
    expect(data).toEqual([expect.objectContaining({ slug: 'bai-viet-dau-tien' })]);
    expect((await at('/api/portal/v1/articles/khong-co')).status).toBe(404);
    expect(await app.sql(`SELECT FROM cms.articles`)).toHaveLength(2);
  });

  it('portal-site takes the front page, renders articles, and serves its styles', async () => {
    await app.become('articles', [...contract, 'portal-site']);
    const at = await open();
    const page = await at('/tin-tuc/bai-viet-dau-tien');
    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('<p>Nội dung của bài.</p>')]);
    expect(html).toContain('<link rel="canonical" href="https://portal.example/tin-tuc/bai-viet-dau-tien"/>');
    const home = await at('/');
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('Bài viết đầu tiên')]);
    const style = await at(/href="(\/assets\/portal\.\w+\.css)"/.exec(html)![1]!);
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect((await at('/khong-co')).status).toBe(404);
  });

  it('newsroom refuses to start in another time zone than UTC, and says what to set', async () => {
    await app.become('blank', contract, { TZ: 'Asia/Ho_Chi_Minh' });
    expect(await refusal()).toMatch(/chạy ở Asia\/.*đặt TZ=UTC/);
  });

  it('all of them together: the panel is built with theirs, and an old page is imported', async () => {
    await app.become('all', [
      ...contract,
      'public-record',
      'portal-search',
      'portal-site',
      'legacy-import',
      'publishing-desk',
      'upload-guard',
    ]);
    await fs.copyFile(
      path.join(root, 'tests/fixtures/pages/nghi-son-2021-02-19.txt'),
      path.join(app.folder, 'old-page.txt'),
    );
    const build = app.strapi(['build']);
    expect([(await build.exited).code, build.output]).toEqual([0, expect.anything()]);
    const at = await open();
    const panel = path.join(app.folder, 'build');
    const bundles = (await fs.readdir(panel)).filter((file) => file.endsWith('.js'));
    const code = (await Promise.all(bundles.map((file) => fs.readFile(path.join(panel, file), 'utf8')))).join();
    for (const label of [
      'Danh bạ',
      'Tòa soạn',
      'Văn bản có bảng',
      'Bàn biên tập',
      'Thiết lập trang Cổng',
      'Nhập văn bản',
    ])
      expect(code).toContain(label);
    expect((await at('/admin')).status).toBe(200);
    expect((await at('/publishing-desk/user-agencies')).status).toBe(401);
    expect(await app.sql(`SELECT action FROM desk.audit WHERE action = 'create'`)).not.toEqual([]);
    const { data } = await (await at('/api/portal/v1/latest-news')).json();
    expect(data).toEqual([expect.objectContaining({ publishedOn: '2021-02-19T17:17:00+07:00' })]);
  });
});
