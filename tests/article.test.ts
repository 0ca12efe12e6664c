import { oneArticle } from '../src/contract';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('/articles/{slug}', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const article = async (slug: string, query = '') => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}${query}`);
    expect(answer.status).toBe(200);
    return oneArticle.parse(await answer.json()).data;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('has the titles that an official held on the article’s date, and today’s', async () => {
    const province = await write.agency({ slug: 'ubnd-tinh', name: 'UBND tỉnh Thanh Hóa', level: 'province' });
    const party = await write.position({ title: 'Ủy viên BTV Tỉnh ủy', branch: 'party', rank: 10 });
    const state = await write.position({ title: 'Phó Chủ tịch UBND tỉnh', rank: 20, agency: province.documentId });
    const official = await write.official({ name: 'Nguyễn Văn Thi', slug: 'nguyen-van-thi' });
    const hold = (position: string, data: object) =>
      write.appointment({ official: official.documentId, position, ...data });
    await hold(state.documentId, { from: '2020-01-01', to: '2022-12-31', precision: 'year' });
    await hold(party.documentId, { from: '2020-10-01' });

    const { slug } = await write.article({
      publishedOn: '2021-02-19T10:17:00Z',
      officials: [official.documentId],
      agency: province.documentId,
    });
    const { officials, agency, metadata } = await article(slug);
    expect(officials).toEqual([
      {
        id: official.documentId,
        slug: 'nguyen-van-thi',
        name: 'Nguyễn Văn Thi',
        title: 'Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh',
        titleNow: 'Ủy viên BTV Tỉnh ủy',
        posts: [
          { title: 'Ủy viên BTV Tỉnh ủy', agency: null },
          { title: 'Phó Chủ tịch UBND tỉnh', agency: { slug: 'ubnd-tinh', name: 'UBND tỉnh Thanh Hóa' } },
        ],
      },
    ]);
    expect(agency).toEqual({ id: province.documentId, slug: 'ubnd-tinh', name: 'UBND tỉnh Thanh Hóa' });
    expect(metadata).toMatchObject({
      date: '2021-02-19T17:17:00+07:00',
      creator: 'UBND tỉnh Thanh Hóa',
      language: 'vi',
    });
  });

  it('has an agency’s name on the article’s date, and its successors', async () => {
    const finance = await write.agency({ name: 'Sở Tài chính' });
    const planning = await write.agency({ name: 'Sở Kế hoạch và Đầu tư', dissolvedOn: '2025-03-01' });
    await write.succession({ predecessor: planning.documentId, successor: finance.documentId, on: '2025-03-01' });
    await write.agencyPeriod({
      agency: planning.documentId,
      name: 'Ủy ban Kế hoạch',
      from: '1976-01-01',
      to: '1996-12-31',
    });
    const named = { agencies: [planning.documentId] };

    const before = await write.article({ publishedOn: '1990-05-01T00:00:00Z', ...named });
    const after = await write.article({ publishedOn: '2020-05-01T00:00:00Z', ...named });
    expect((await article(before.slug)).agencies).toMatchObject([
      {
        name: 'Ủy ban Kế hoạch',
        nameNow: 'Sở Kế hoạch và Đầu tư',
        status: 'dissolved',
        successors: [{ name: 'Sở Tài chính' }],
      },
    ]);
    expect((await article(after.slug)).agencies).toMatchObject([{ name: 'Sở Kế hoạch và Đầu tư' }]);
  });

  it('has its owner’s name on its date, where a later name is recorded already', async () => {
    const { documentId } = await write.agency({ name: 'Sở Nông nghiệp và Môi trường' });
    const owner = { agency: documentId, publishedOn: '2025-02-01T00:00:00Z' };
    await write.agencyPeriod({ ...owner, name: 'Sở Nông nghiệp', from: '2008-01-01', to: '2025-02-28' });
    const { slug } = await write.article(owner);
    const { agency, metadata } = await article(slug);
    expect([agency, metadata]).toMatchObject([{ name: 'Sở Nông nghiệp' }, { creator: 'Sở Nông nghiệp' }]);
    const { slug: later } = await write.article({ ...owner, publishedOn: '2025-03-01T00:00:00Z' });
    expect((await article(later)).agency).toMatchObject({ name: 'Sở Nông nghiệp và Môi trường' });
  });

  it('has the body as blocks, HTML and text, escaped, a lost picture by its caption', async () => {
    const { slug } = await write.article({
      title: 'Thân bài',
      body: body(
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mục tiêu' }] },
        paragraph('Giá trị < 100% & "thế và"'),
        {
          type: 'figure',
          attrs: { file: null, caption: 'Toàn cảnh hội nghị.', credit: '', alt: null, decorative: false },
        },
      ),
    });
    const { body: blocks, html, text } = await article(slug);
    expect(blocks).toEqual([
      { type: 'heading', level: 2, text: 'Mục tiêu', html: '<h2 id="muc-tieu">Mục tiêu</h2>' },
      { type: 'paragraph', text: 'Giá trị < 100% & "thế và"', html: expect.stringContaining('&lt; 100% &amp;') },
      {
        type: 'image',
        image: {
          url: null,
          width: null,
          height: null,
          mime: null,
          formats: [],
          alt: null,
          decorative: false,
          caption: 'Toàn cảnh hội nghị.',
          credit: null,
          licence: null,
          focalPoint: null,
        },
      },
    ]);
    expect(html).toContain('<h2 id="muc-tieu">Mục tiêu</h2>');
    expect(text).toBe('Mục tiêu\n\nGiá trị < 100% & "thế và"\n\nToàn cảnh hội nghị.');
  });

  it('lists the other languages in which it is visible, each with its slug', async () => {
    const vi = await write.article({ title: 'Song ngữ' });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    const english = { title: 'Bilingual', body: body(paragraph('Content.')) } as never;
    await documents.update({ documentId: vi.documentId, locale: 'en', data: english });
    expect((await article(vi.slug)).availableLocales.map(({ locale }) => locale)).toEqual(['vi']);

    await documents.publish({ documentId: vi.documentId, locale: 'en' });
    expect((await article(vi.slug)).availableLocales).toMatchObject([
      { locale: 'en', slug: 'bilingual', url: expect.stringMatching(/\/en\/tin-tuc\/bilingual$/) },
      { locale: 'vi', slug: 'song-ngu' },
    ]);
    expect((await article('bilingual', '?locale=en')).display.dateLine).toMatch(/^\d+ \w+ \d{4}$/);
  });

  it('has pictures with addresses, sizes and formats of their files; the body’s first on the card', async () => {
    const photo = await write.picture({ name: 'cau.png', alternativeText: 'cau.png' });
    const { slug } = await write.article({
      body: body(figure(photo.documentId, 'Cầu Hàm Rồng.', 'Cây cầu thép.'), figure('khong-co')),
    });
    const { body: blocks, image, html, jsonLd } = await article(slug);
    const shown = {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1337\/uploads\/.+\.png$/),
      width: 1200,
      height: 800,
      mime: 'image/png',
      alt: 'Cây cầu thép.',
      decorative: false,
      caption: 'Cầu Hàm Rồng.',
      credit: null,
    };
    expect(blocks).toMatchObject([
      { type: 'image', image: shown },
      { type: 'image', image: { url: null, width: null, formats: [] } },
    ]);
    expect(image).toMatchObject(shown);
    expect(image!.formats.map(({ width }) => width)).toEqual([234, 500, 750, 1000]);
    expect(html).toMatch(/<img src="http:\/\/127\.0\.0\.1:1337\/uploads\/[^"]+" srcset="[^"]+ 234w/);
    expect(jsonLd).toMatchObject({ '@type': 'NewsArticle', image: [image!.url] });
  });

  it('has the focal point that an editor has set, of covers and figures alike, and no other value', async () => {
    const point = { x: 70.5, y: 0 };
    const photo = await write.picture({ name: 'cau.png', focalPoint: point });
    const { slug } = await write.article({ cover: photo.id, body: body(figure(photo.documentId, 'Cầu.', 'Cầu.')) });
    const points = async () => {
      const { body: blocks, image } = await article(slug);
      return [image?.focalPoint, ...blocks.map((block) => block.type === 'image' && block.image.focalPoint)];
    };
    expect(await points()).toEqual([point, point]);
    for (const other of [null, {}, { x: 101, y: 5 }, { x: '5', y: 5 }, { x: 5 }, [5, 5], 'x']) {
      await newsroom.sql('UPDATE files SET focal_point = $1 WHERE id = $2', [JSON.stringify(other), photo.id]);
      expect([other, await points()]).toEqual([other, [null, null]]);
    }
  });

  it('has the chosen cover, attachments, source, author and corrections', async () => {
    const [cover, file] = [
      await write.picture({ name: 'bia.png', alternativeText: 'bia.png' }),
      await write.picture({ name: 'van-ban.png' }),
    ];
    const { slug } = await write.article({
      publishedOn: '2021-02-19T10:17:00Z',
      updatedOn: '2021-02-20T01:00:00Z',
      cover: cover.id,
      attachments: [file.id],
      author: 'Thu Trang',
      sourceName: 'Báo Thanh Hóa',
      sourceUrl: 'https://baothanhhoa.vn/',
      corrections: [{ on: '2021-02-20T01:00:00.000Z', note: 'Sửa số liệu.' }],
      legacyUrl: '/portal/Pages/x.aspx',
    });
    expect(await article(slug)).toMatchObject({
      updatedOn: '2021-02-20T08:00:00+07:00',
      image: { url: expect.stringContaining('/uploads/'), alt: null, decorative: true },
      attachments: [{ name: 'van-ban.png', mime: 'image/png', size: expect.any(Number) }],
      author: 'Thu Trang',
      source: { name: 'Báo Thanh Hóa', url: 'https://baothanhhoa.vn/' },
      corrections: [{ on: '2021-02-20T08:00:00+07:00', note: 'Sửa số liệu.' }],
      legacyUrl: 'http://127.0.0.1:1337/portal/Pages/x.aspx',
      metadata: { creator: 'Thu Trang', source: 'https://baothanhhoa.vn/' },
    });
  });

  it('shows an article without body, category and agency', async () => {
    const { slug } = await write.article({ title: '★', body: null });
    expect(await article(slug)).toMatchObject({
      body: [],
      html: '',
      text: '',
      category: null,
      agency: null,
      image: null,
    });
  });

  it('answers 404 with Strapi’s error body, cacheable for seconds', async () => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/khong-co`);
    expect(await answer.json()).toMatchObject({ data: null, error: { status: 404, name: 'NotFoundError' } });
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=[0-5]$/);
  });
});
