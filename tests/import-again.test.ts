import { rm, symlink, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { pageBytes } from './fixtures/pages';
import { writers } from './helpers/content';
import { CANG, CANG_TITLE, importTests, NGHI_SON, type Row, textPage } from './helpers/importing';

// A picture of one pixel, and another.
const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const OTHER_GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

const { strapi, sql, inFolder, importing, page, published } = importTests();

/** The attributes of a body's figures. */
const figures = (body: unknown) =>
  (body as { content: { type: string; attrs?: Row }[] }).content.flatMap(({ type, attrs }) =>
    type === 'figure' ? [attrs] : [],
  );

describe('importing again', () => {
  it('changes nothing and reports so', async () => {
    await page(NGHI_SON);
    await page(CANG);
    await importing('.');
    const before = await sql('SELECT * FROM articles ORDER BY id');
    const { said } = await importing('.');
    expect(said).toContain('Tạo mới: 0 · Cập nhật: 0 · Không đổi: 2 · Xung đột: 0');
    expect(await sql('SELECT * FROM articles ORDER BY id')).toEqual(before);
  });

  it('updates the article of a changed page, under the same slug', async () => {
    const file = await page(NGHI_SON);
    await importing('.');
    const [before] = await published();
    await writeFile(file, pageBytes(NGHI_SON).toString().replace('những thế và', 'những thế mạnh và'));
    const { said } = await importing('.');
    expect(said).toContain('Tạo mới: 0 · Cập nhật: 1');
    const after = await published();
    expect(after).toMatchObject([{ document_id: before?.document_id, slug: before?.slug, on: before?.on }]);
    expect(JSON.stringify(after[0]?.body)).toContain('những thế mạnh và');
  });

  it('recognises a page by its address, whatever its case and title', async () => {
    const file = await page(CANG);
    await importing('.');
    const changed = pageBytes(CANG)
      .toString()
      .replaceAll(CANG_TITLE, 'Tiêu đề mới của bài.')
      .replace('/portal/Pages/2021-03-02/UBND-tinh', '/PORTAL/pages/2021-03-02/ubnd-TINH');
    await writeFile(file, changed);
    const { said } = await importing('.');
    expect(said).toContain('Tạo mới: 0 · Cập nhật: 1');
    expect(await published()).toMatchObject([{ title: 'Tiêu đề mới của bài.' }]);
  });

  it('keeps a time that it found once when the list with it is gone', async () => {
    await page('text-without-time.txt');
    await page('text-with-table.txt');
    await importing('.');
    const { said } = await importing('text-without-time.txt');
    expect(said).toContain('Không đổi: 1');
    expect(await published(`title LIKE 'Thông báo%'`)).toMatchObject([{ on: '2021-02-26T05:00:00Z' }]);
  });

  it('sets an article’s time when a later run finds it', async () => {
    await page('text-without-time.txt');
    await page('text-with-table.txt');
    await importing('text-without-time.txt');
    expect(await published()).toMatchObject([{ on: '2021-02-25T17:00:00Z' }]);
    await importing('.');
    expect(await published(`title LIKE 'Thông báo%'`)).toMatchObject([{ on: '2021-02-26T05:00:00Z' }]);
  });

  it('takes a text capture of an imported HTML page as the same page, and keeps the HTML’s content', async () => {
    await page(CANG);
    await importing('.');
    await page('cang.txt', textPage(CANG_TITLE, '02 - 03 - 2021', 'Chữ của trang, không còn bảng và hình.'));
    const { said } = await importing('cang.txt');
    expect(said).toContain('Không đổi: 1');
    expect(await published()).toHaveLength(1);
    expect((await importing('.')).said).toContain('cang.txt (đã dùng cang-nghi-son-2021-03-02.html)');
  });
});

describe('an article that an editor has changed', () => {
  const articles = () =>
    (strapi().documents as unknown as (uid: string) => Record<string, (parameters: Row) => Promise<unknown>>)(
      'plugin::newsroom.article',
    );
  const changePage = (file: string) =>
    writeFile(file, pageBytes(NGHI_SON).toString().replace('những thế và', 'những thế mạnh và'));

  it.each<[string, (documentId: string) => Promise<unknown>]>([
    ['saved', (documentId) => articles().update!({ documentId, locale: 'vi', data: { summary: 'Tóm tắt.' } })],
    ['unpublished', (documentId) => articles().unpublish!({ documentId, locale: 'vi' })],
    ['deleted', (documentId) => articles().delete!({ documentId, locale: '*' })],
  ])('is not overwritten once it was %s: a conflict, with the new version kept', async (_, touch) => {
    const file = await page(NGHI_SON);
    await importing('.');
    const [article] = await published();
    await touch(String(article?.document_id));
    const before = await sql('SELECT * FROM articles ORDER BY id');
    await changePage(file);
    const { code, said } = await importing('.');
    expect(said).toContain('Tạo mới: 0 · Cập nhật: 0 · Không đổi: 0 · Xung đột: 1');
    expect(said).toContain(`${NGHI_SON}: Báo cáo Chương trình`);
    expect(code).toBe(0);
    expect(await sql('SELECT * FROM articles ORDER BY id')).toEqual(before);
    const [{ conflict }] = (await sql('SELECT conflict FROM imported_pages')) as [Row];
    expect(JSON.stringify(conflict)).toContain('những thế mạnh và');
  });

  it('is not created again once it was deleted', async () => {
    await page(NGHI_SON);
    await importing('.');
    const [article] = await published();
    await articles().delete!({ documentId: article?.document_id, locale: '*' });
    expect((await importing('.')).said).toContain('bài đã bị xóa; không tạo lại');
    expect(await published()).toEqual([]);
  });

  it('stays when its page has not changed', async () => {
    await page(NGHI_SON);
    await importing('.');
    const [article] = await published();
    await articles().update!({ documentId: article?.document_id, locale: 'vi', data: { summary: 'Tóm tắt.' } });
    expect((await importing('.')).said).toContain('Không đổi: 1');
  });

  it('is not taken over by a page with its old address', async () => {
    await writers(strapi()).article({
      legacyUrl: '/portal/pages/2021-03-02/ubnd-tinh-nghe-bao-cao-tien-do-dau-tu-ben-cang-conta7k2mq.aspx',
    });
    await page(CANG);
    const { said } = await importing('.');
    expect(said).toContain('Xung đột: 1');
    expect(said).toContain('đã có bài khác mang địa chỉ cũ này');
    expect(await published()).toHaveLength(1);
  });
});

describe('pictures beside a saved page', () => {
  const files = () => sql('SELECT document_id, name, mime, alternative_text FROM files ORDER BY id');

  const withPictures = (...sources: string[]) =>
    `<html><title>Trang chủ - Trang có hình ở bên cạnh để thử</title><h3>Trang có hình ở bên cạnh để thử</h3>
     <p>Đăng ngày 01 - 03 - 2021</p><p>Đoạn văn thứ nhất của bài.</p>${sources.map((src) => `<p><img src="${src}"></p>`).join('')}`;

  it('are uploaded once by content and become the files of the figures', async () => {
    await page('bài một.html', withPictures('b%C3%A0i%20m%E1%BB%99t_files/a.gif', '/anh/b.gif', 'c.gif', 'thiếu.gif'));
    await page('bài một_files/a.gif', GIF);
    await page('bài một_files/b.gif', OTHER_GIF);
    await page('c.gif', GIF);
    await importing('.');
    const stored = await files();
    expect(stored).toMatchObject([
      { name: 'a.gif', mime: 'image/gif', alternative_text: null },
      { name: 'b.gif', mime: 'image/gif' },
    ]);
    const [article] = await published();
    const [first, second] = stored.map((file) => file.document_id);
    expect(figures(article?.body).map((figure) => figure?.file)).toEqual([first, second, first, null]);

    const { said } = await importing('.');
    expect(said).toContain('Không đổi: 1');
    expect(await files()).toHaveLength(2);
  });

  it('stay in their article when the page is imported again without them', async () => {
    const file = await page('bài.html', withPictures('bài_files/a.gif'));
    await page('bài_files/a.gif', GIF);
    await importing('.');
    await rm(inFolder('bài_files'), { recursive: true });
    expect((await importing('.')).said).toContain('Không đổi: 1');
    await writeFile(file, withPictures('bài_files/a.gif').replace('thứ nhất', 'đầu tiên'));
    expect((await importing('.')).said).toContain('Cập nhật: 1');
    const [article] = await published();
    expect(figures(article?.body)[0]?.file).toBe((await files())[0]?.document_id);
  });

  it('are never read from outside the page’s folder, nor when they are not pictures', async () => {
    await page('ngoài.gif', GIF);
    await page(
      'trang/bài.html',
      withPictures(
        '../ngoài.gif',
        '..%2Fngoài.gif',
        pathToFileURL(inFolder('ngoài.gif')).href,
        'liên-kết.gif',
        'giả.jpg',
        'vẽ.svg',
      ),
    );
    await symlink(inFolder('ngoài.gif'), inFolder('trang/liên-kết.gif'));
    await page('trang/giả.jpg', '<html><script>alert(1)</script></html>');
    await page('trang/vẽ.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const { said } = await importing('trang');
    expect(said).toContain('Tạo mới: 1');
    expect(await files()).toEqual([]);
  });

  it('that are broken are reported, and the article is imported without them', async () => {
    await page('bài.html', withPictures('hỏng.png'));
    await page('hỏng.png', Buffer.from('89504e470d0a1a0a0000', 'hex'));
    const { said } = await importing('.');
    expect(said).toContain('Tạo mới: 1');
    expect(said).toMatch(/Hình không tải lên được \(1\):\n {2}- bài\.html: hỏng\.png/);
  });
});
