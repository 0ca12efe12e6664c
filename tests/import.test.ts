import { writers } from './helpers/content';
import { CANG, CANG_TITLE, importTests, NGHI_SON, textPage } from './helpers/importing';

const { strapi, url, sql, importing, page, published } = importTests();

describe('a first import', () => {
  it('publishes the text capture at its original time', async () => {
    await page(NGHI_SON);
    const { code, said } = await importing('.');
    expect(said).toContain('Tạo mới: 1 · Cập nhật: 0 · Không đổi: 0 · Xung đột: 0 · Bị từ chối: 0');
    expect(code).toBe(0);
    expect(await published()).toMatchObject([
      {
        title: 'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.',
        on: '2021-02-19T10:17:00Z',
        legacy_url: null,
        slug: expect.stringMatching(/^bao-cao-chuong-trinh-phat-trien-khu-kinh-te-nghi-son/),
      },
    ]);
  });

  it('publishes the saved page with author and old address, and lists what was guessed and lost', async () => {
    await page(CANG);
    await page(NGHI_SON);
    const { code, said } = await importing('.');
    expect(code).toBe(0);
    expect(await published(`author = 'Thu Trang'`)).toMatchObject([
      {
        title: CANG_TITLE,
        on: '2021-03-02T04:46:00Z',
        legacy_url: '/portal/Pages/2021-03-02/UBND-tinh-nghe-bao-cao-tien-do-dau-tu-ben-cang-conta7k2mq.aspx',
      },
    ]);
    expect(said).toContain(`${NGHI_SON}: chú thích hình “Các đại biểu tham gia ý kiến tại hội nghị.”`);
    expect(said).toContain(`${CANG}: 2 hình`);
  });

  it('serves the article to the public', async () => {
    await page(NGHI_SON);
    await importing('.');
    const response = await fetch(`${url()}/api/portal/v1/latest-news`);
    const { data } = (await response.json()) as { data: { publishedOn: string; display: { dateLine: string } }[] };
    expect(data).toMatchObject([
      { publishedOn: '2021-02-19T17:17:00+07:00', display: { dateLine: 'Đăng ngày 19 - 02 - 2021' } },
    ]);
  });

  it('takes the time of day from another page of the run, else 00:00, and reports which', async () => {
    await page('text-without-time.txt');
    await page('text-with-table.txt');
    const { said } = await importing('text-without-time.txt', 'text-with-table.txt');
    expect(await published()).toMatchObject([
      { title: 'Thông báo lịch tiếp công dân.', on: '2021-02-26T05:00:00Z' },
      { title: 'Kết quả quan trắc môi trường nước biển ven bờ đợt 2 năm 2021', on: '2021-02-25T17:00:00Z' },
    ]);
    expect(said).toMatch(/của trang khác \(1\):\n {2}- 26\/02\/2021 12:00 CH – Thông báo lịch tiếp công dân\./);
    expect(said).toMatch(/đặt 00:00 \(1\):\n {2}- 26\/02\/2021 12:00 SA – Kết quả quan trắc/);
  });

  it('links the officials and agencies that the text names, but no ambiguous name', async () => {
    const { official, agency } = writers(strapi());
    const thi = await official({ name: 'Nguyễn Văn Thi' });
    await official({ name: 'Trần Văn Hai' });
    await official({ name: 'Trần Văn Hai' });
    const board = await agency({ name: 'Ban Quản lý Khu kinh tế', shortName: 'Ban Quản lý KKTNS và các KCN' });
    await agency({ name: 'Sở Không Được Nhắc' });
    await page(CANG);
    await page('x.txt', textPage('Bài hai', '01 - 03 - 2021', 'Đồng chí Trần Văn Hai dự họp cùng các đại biểu khác.'));
    const { said } = await importing('.');
    const links = (table: string) =>
      sql(
        `SELECT target.document_id FROM articles JOIN articles_${table}_lnk link ON link.article_id = articles.id
           JOIN ${table} target ON target.id = link.${table === 'agencies' ? 'agency' : 'official'}_id
          WHERE articles.published_at IS NOT NULL`,
      );
    expect(await links('officials')).toEqual([{ document_id: thi.documentId }]);
    expect(await links('agencies')).toEqual([{ document_id: board.documentId }]);
    expect(said).toContain('x.txt: Trần Văn Hai');
  });

  it('reports what it cannot read with file and reason, goes on, and exits with 1', async () => {
    await page('refused-without-date.html');
    await page(NGHI_SON);
    await page('rỗng.txt', '');
    const { code, said } = await importing('.', 'không-có');
    expect(code).toBe(1);
    expect(said).toContain('Tạo mới: 1');
    expect(said).toContain('Bị từ chối: 3');
    expect(said).toContain('refused-without-date.html: không thấy dòng “Đăng ngày …”');
    expect(said).toContain('rỗng.txt: tệp rỗng');
    expect(said).toContain('không-có: không có tệp hay thư mục này');
  });

  it('gives two pages with one title different slugs', async () => {
    await page('a.txt', textPage('Thông báo tuyển dụng', '01 - 03 - 2021', 'Nội dung thứ nhất.'));
    await page('b.txt', textPage('Thông báo tuyển dụng', '02 - 03 - 2021', 'Nội dung thứ hai.'));
    await importing('.');
    expect((await published()).map(({ slug }) => slug)).toEqual(['thong-bao-tuyen-dung-2', 'thong-bao-tuyen-dung']);
  });
});

describe('the command', () => {
  it('writes nothing with --dry-run and reports what it would do', async () => {
    await page(NGHI_SON);
    await page('refused-without-date.html');
    const { code, said } = await importing('--dry-run', '.');
    expect(said).toContain('Chạy thử, không ghi gì.');
    expect(said).toContain('Tạo mới: 1');
    expect(code).toBe(1);
    const rows = await sql(
      'SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM imported_pages) + (SELECT count(*) FROM imported_pictures) AS n',
    );
    expect(rows).toEqual([{ n: '0' }]);
  });

  it.each([
    [['--help'], 0, 'npm run import -- [--dry-run]'],
    [[], 2, 'Chưa có tệp hay thư mục nào.'],
    [['--ghi', '.'], 2, 'Không có tùy chọn --ghi.'],
  ])('answers %j with exit code %d', async (argv, code, words) => {
    const result = await importing(...argv);
    expect(result.code).toBe(code);
    expect(result.said).toContain(words);
  });

  it('writes each page once in two concurrent runs', async () => {
    for (let number = 0; number < 5; number += 1) {
      await page(`${number}.txt`, textPage(`Bài số ${number} của tuần`, '01 - 03 - 2021', 'Nội dung của bài.'));
    }
    const runs = await Promise.all([importing('.'), importing('.')]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await published()).toHaveLength(5);
    const created = runs.map(({ said }) => Number(/Tạo mới: (\d+)/.exec(said)?.[1]));
    expect(created.reduce((sum, one) => sum + one)).toBe(5);
  });

  it('rolls back a page that the database refuses', async () => {
    await sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'không nhận'; END $$`);
    await sql('CREATE TRIGGER refuse BEFORE INSERT ON imported_pages FOR EACH ROW EXECUTE FUNCTION refuse()');
    await page(NGHI_SON);
    const { code, said } = await importing('.');
    await sql('DROP FUNCTION refuse CASCADE');
    expect(code).toBe(1);
    expect(said).toContain('không nhận');
    expect(await sql('SELECT id FROM articles')).toEqual([]);
  });
});
