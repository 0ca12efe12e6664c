import { checksFor, directoryOfChecks, linked, saying, type Checks } from './helpers/checks';
import { body, writers } from './helpers/content';
import { withinCpuTime } from './helpers/cpu-time';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import { signIn } from './helpers/sign-in';
import { staff } from './helpers/staff';

const link = (href: string, text: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }],
});

describe('the checks of an article', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let found: Checks['found'];
  let of: Checks['of'];
  let binh: string;
  let finance: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    ({ found, of } = checksFor(await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn')));
    ({ binh, finance } = await directoryOfChecks(newsroom));
  });
  afterAll(() => newsroom.stop());

  it('find nothing in a plain article', async () => {
    expect(await found(saying('Sáng nay trời đẹp.'))).toEqual([]);
  });

  it('show how the portal will shorten a long title', async () => {
    const title = `${'Hội nghị triển khai nhiệm vụ '.repeat(4)}năm 2026`;
    const [one] = await of('title-length', { title });
    expect(one!.values!.length).toBe(title.length);
    expect(one!.values!.short).toMatch(/\.\.\.$/);
    expect(await of('title-length', { title: title.slice(0, 100).trim() })).toEqual([]);
  });

  it('find a missing summary', async () => {
    expect(await of('summary', { summary: '  ' })).toEqual([
      { check: 'summary', severity: 'advice', message: 'summary' },
    ]);
  });

  it('find a title that a linked person did not hold on the day', async () => {
    const text = 'Chủ tịch Ủy ban nhân dân tỉnh Lê Văn Bình phát biểu.';
    const then = { ...saying(text), publishedOn: '2021-06-01T03:00:00.000Z', officials: linked(binh) };
    expect(await of('held-titles', then)).toEqual([
      {
        check: 'held-titles',
        severity: 'advice',
        message: 'held-titles.other',
        values: {
          day: '2021-06-01',
          name: 'Lê Văn Bình',
          written: 'Chủ tịch Ủy ban nhân dân tỉnh',
          held: 'Phó Chủ tịch UBND tỉnh',
        },
      },
    ]);
    expect(await of('held-titles', { ...then, publishedOn: null })).toEqual([]);
    expect(await of('held-titles', { ...then, officials: linked() })).toEqual([]);
    // 31 December 23:30 in Viet Nam is still that day.
    expect(await of('held-titles', { ...then, publishedOn: '2021-12-31T16:30:00.000Z' })).toHaveLength(1);
    expect(await of('held-titles', { ...then, publishedOn: '2021-12-31T17:30:00.000Z' })).toEqual([]);
  });

  it('find a name that an agency no longer had, unless the text says so', async () => {
    const text = 'Sở Kế hoạch và Đầu tư báo cáo.';
    expect(await of('superseded-names', { ...saying(text), publishedOn: '2024-06-01T03:00:00.000Z' })).toEqual([]);
    expect(await of('superseded-names', { ...saying(text), publishedOn: '2025-06-01T03:00:00.000Z' })).toMatchObject([
      {
        message: 'superseded-names.succeeded',
        values: { written: 'Sở Kế hoạch và Đầu tư', ended: '2025-03-01', successors: 'Sở Tài chính' },
      },
    ]);
    expect(await of('superseded-names', saying('Sở Kế hoạch và Đầu tư (nay là Sở Tài chính) báo cáo.'))).toEqual([]);
    const renamed = (await write.agency({ name: 'Sở Nội vụ' })).documentId;
    await write.agencyPeriod({
      agency: renamed,
      name: 'Ban Tổ chức chính quyền',
      from: '1997-01-01',
      to: '2003-12-31',
    });
    expect(await of('superseded-names', saying('Ban Tổ chức chính quyền'))).toMatchObject([
      { message: 'superseded-names.renamed', values: { ended: '2004-01-01', name: 'Sở Nội vụ' } },
    ]);
    // Not yet its name is not a name that it no longer had.
    const early = { ...saying('Ban Tổ chức chính quyền'), publishedOn: '1996-06-01T03:00:00.000Z' };
    expect(await of('superseded-names', early)).toEqual([]);
  });

  it('find two tone styles in one article, except in the directory’s names', async () => {
    expect(await of('tone-marks', saying('Hòa bình và thuỷ lợi.'))).toMatchObject([
      { values: { old: 'Hòa', new: 'thuỷ' } },
    ]);
    await write.official({ name: 'Trần Thị Thuỷ' });
    expect(await of('tone-marks', saying('Bà Trần Thị Thuỷ nói về hòa bình.'))).toEqual([]);
  });

  it('find broken links to the portal', async () => {
    await write.article({ slug: 'con-day' });
    await write.draft({ slug: 'chua-dang' });
    const { url } = (await write.picture()) as unknown as { url: string };
    const there = ['/tin-tuc/con-day', 'http://127.0.0.1:1337/en', url, '/tin-tuc?trang=2', '#cuoi', '/gioi-thieu'];
    const elsewhere = ['https://example.vn/tin-tuc/khong-co', 'mailto:lan@example.vn', 'tel:0237123456'];
    const gone = [
      '/tin-tuc/chua-dang',
      'http://127.0.0.1:1337/co-quan/khong-co',
      '/portal/Pages/khong-co.aspx',
      '/uploads/khong_co.pdf',
    ];
    const all = [...there, ...elsewhere, ...gone].map((href) => link(href, `đến ${href}`));
    const broken = await of('internal-links', { body: body(...all) });
    expect(broken.map(({ values }) => values)).toEqual(gone.map((address) => ({ address, written: `đến ${address}` })));
  });

  it('do not tell a file that the asker may not read from one that does not exist', async () => {
    const agencies = await agencyTree(newsroom);
    const own = (await write.picture()) as unknown as { id: number; url: string };
    const foreign = (await write.picture()) as unknown as { id: number; url: string };
    const shown = (await write.picture()) as unknown as { id: number; url: string };
    for (const [{ id }, agency] of [
      [own, agencies.A],
      [foreign, agencies.B],
      [shown, agencies.B],
    ] as const) {
      await newsroom.sql('UPDATE files SET agency = $1 WHERE id = $2', [agency, id]);
    }
    await write.article({ cover: shown.id });
    await write.draft({ cover: foreign.id, agency: agencies.B });
    await write.article({ cover: foreign.id, publishedOn: '2099-01-01T00:00:00.000Z' });
    const hrefs = [own, shown, foreign].map(({ url }) => url).concat('/uploads/khong_co.png');
    const form = { title: 'Tin', summary: 'Tóm tắt.', body: body(...hrefs.map((href) => link(href, 'tải về'))) };
    const brokenFor = async (role: string, agency?: string) => {
      const { of } = checksFor(await staff(newsroom, role, agency));
      return (await of('internal-links', form)).map(({ values }) => values!.address);
    };
    expect(await brokenFor('desk-reporter', agencies.A)).toEqual([foreign.url, '/uploads/khong_co.png']);
    expect(await brokenFor('desk-reporter', agencies.B)).toEqual([own.url, '/uploads/khong_co.png']);
    expect(await brokenFor('desk-manager')).toEqual(['/uploads/khong_co.png']);
  });

  it('find doubtful document numbers', async () => {
    const text = 'Quyết định số 123/QD-UBND và Nghị định 42/2022/NĐ-CP.';
    expect(await of('document-numbers', saying(text))).toMatchObject([{ values: { written: '123/QD-UBND' } }]);
  });

  it('offer the officials and agencies of the text that are not linked', async () => {
    const form = saying('Sở Tài chính và đồng chí Lê Văn Bình họp.');
    const offers = await of('unlinked-names', form);
    expect(offers.map((one) => one.link)).toEqual([
      { field: 'agencies', id: expect.any(Number), documentId: finance, name: 'Sở Tài chính' },
      { field: 'officials', id: expect.any(Number), documentId: binh, name: 'Lê Văn Bình' },
    ]);
    expect(offers[1]!.values).toEqual({ name: 'Lê Văn Bình', title: 'Chủ tịch UBND tỉnh' });
    const both = { ...form, officials: linked(binh), agencies: linked(finance) };
    expect(await of('unlinked-names', both)).toEqual([]);
    expect(await of('unlinked-names', saying('The Department of Finance met.'), 'en')).toMatchObject([
      { values: { name: 'Department of Finance' } },
    ]);
  });

  it('reveal no appointment that is not announced', async () => {
    const official = (await write.official({ name: 'Phạm Thị Hạnh' })).documentId;
    const position = (await write.position({ title: 'Chánh Thanh tra tỉnh', branch: 'state', rank: 5 })).documentId;
    const later = { official, position, kind: 'full', from: '2100-01-01' };
    await write.appointment(later);
    const form = { ...saying('Bà Phạm Thị Hạnh.'), publishedOn: '2100-06-01T03:00:00.000Z' };
    expect((await of('unlinked-names', form))[0]!.message).toBe('unlinked-names.someone');
    await write.appointment({ ...later, from: '2099-01-01', to: '2099-12-31', announcedOn: '2020-01-01' });
    const announced = await of('unlinked-names', { ...form, publishedOn: '2099-06-01T03:00:00.000Z' });
    expect(announced[0]!.values!.title).toBe('Chánh Thanh tra tỉnh');
  });

  it('read the document’s relations, and those that the form adds and removes', async () => {
    const text = saying('Sở Tài chính và Lê Văn Bình họp.');
    const { documentId } = await write.draft({ ...text, agencies: [finance] });
    const form = { ...text, documentId };
    const names = async (more: object) =>
      (await of('unlinked-names', { ...form, ...more })).map((one) => one.link!.name);
    expect(await names({})).toEqual(['Lê Văn Bình']);
    expect(await names({ officials: linked(binh) })).toEqual([]);
    expect(await names({ agencies: { connect: [], disconnect: [finance] } })).toEqual(['Sở Tài chính', 'Lê Văn Bình']);
  });

  it('answer quickly with a directory of a thousand officials', async () => {
    await newsroom.sql(`INSERT INTO officials (document_id, name, slug)
      SELECT 'o' || n, 'Nguyễn Thị ' || chr(65 + n % 26) || 'n ' || chr(65 + n / 26) || 'h', 'o-' || n FROM generate_series(1, 1000) n`);
    await newsroom.sql(`INSERT INTO agencies (document_id, name, short_name, slug, level)
      SELECT 'a' || n, 'Ủy ban nhân dân xã Số ' || n, 'UBND xã Số ' || n, 'a-' || n, 'commune' FROM generate_series(1, 400) n`);
    await newsroom.sql(`INSERT INTO positions (document_id, title, branch, rank)
      SELECT 'p' || n, 'Chủ tịch UBND xã Số ' || n, 'state', 300 FROM generate_series(1, 400) n`);
    const sentence = 'Chủ tịch UBND xã Số 17 cùng Lê Văn Bình và Sở Tài chính bàn về thủy lợi nội đồng ở các xã. ';
    const form = { ...saying(sentence.repeat(100)), officials: linked(binh) };
    await found(form);
    await withinCpuTime(3_000, async () => {
      for (let time = 0; time < 10; time += 1) await found(form);
    });
  });
});
