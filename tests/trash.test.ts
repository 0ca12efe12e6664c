import { body, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { trashOf } from './helpers/trash';
import { id, usesReader } from './helpers/uses';

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const LIST = 'plugin::newsroom.latest-news-list';
const PIN = 'plugin::newsroom.pin';
const REDIRECT = 'plugin::newsroom.redirect';
const AGENCY = 'plugin::directory.agency';
const OFFICIAL = 'plugin::directory.official';
const POSITION = 'plugin::directory.position';
const APPOINTMENT = 'plugin::directory.appointment';

/** Columns of a row that is written anew. */
const OF_ROW = new Set('id created_at updated_at published_at revision created_by_id updated_by_id'.split(' '));

describe('the trash', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let chief: Session;
  let read: ReturnType<typeof usesReader>;
  let trash: ReturnType<typeof trashOf>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const rowsOf = (table: string, documentId: string) =>
    newsroom.sql(`SELECT * FROM ${table} WHERE document_id = $1 ORDER BY id`, [documentId]);
  const publicStatus = async (slug: string) =>
    (await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}?locale=vi`)).status;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    chief = await staff(newsroom, 'strapi-super-admin');
    read = usesReader(newsroom, chief);
    trash = trashOf(newsroom, chief);
  });
  afterAll(() => newsroom.stop());

  it('holds an article in each language that was deleted: what, whose, by whom, until when', async () => {
    const agency = await id(write.agency({ name: 'Sở Xây dựng' }));
    const article = await id(write.article({ title: 'Khởi công cầu', agency }));
    await documents(ARTICLE).update({ documentId: article, locale: 'en', data: { title: 'Bridge begun', agency } });
    await trash.remove(ARTICLE, article);
    const entries = await trash.entriesOf(article);
    expect(
      entries.map(({ type, locale, title, agency: owner, by }) => [type, locale, title, owner, by]).sort(),
    ).toEqual([
      [ARTICLE, 'en', 'Bridge begun', 'Sở Xây dựng', 'Biên tập'],
      [ARTICLE, 'vi', 'Khởi công cầu', 'Sở Xây dựng', 'Biên tập'],
    ]);
    const { at, keptUntil } = entries[0]!;
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
    expect(Date.parse(keptUntil) - Date.parse(at)).toBe(30 * 86_400_000);
  });

  it('gives an article back in both languages under its id, as a draft, with its dates, and with its history', async () => {
    const [agency, category] = [await id(write.agency()), await id(write.category())];
    const links = { agency, category };
    const publishedOn = '2026-01-05T01:00:00.000Z';
    const { documentId, slug } = await write.article({
      title: 'Bài sẽ xóa',
      body: body(paragraph('Lời của bài.')),
      publishedOn,
      corrections: [{ on: '2026-01-06T00:00:00Z', note: 'Sửa số liệu.' }],
      legacyUrl: 'https://cu.example.vn/bai-se-xoa.html',
      ...links,
    });
    await documents(ARTICLE).update({
      documentId,
      locale: 'en',
      data: { title: 'To be deleted', ...links },
      status: 'published',
    });
    await trash.remove(ARTICLE, documentId);
    expect([await publicStatus(slug), await read.exists('articles', documentId)]).toEqual([410, false]);
    const history = `/publishing-desk/history/${ARTICLE}/${documentId}`;
    expect((await chief.ask('GET', `${history}?locale=vi`)).status).toBe(200);

    const vietnamese = (await trash.entriesOf(documentId)).find(({ locale }) => locale === 'vi')!;
    expect(await trash.restored(vietnamese)).toEqual({ documentId, locale: 'vi', missing: [] });
    const [english] = await trash.entriesOf(documentId);
    expect(await trash.restored(english!)).toEqual({ documentId, locale: 'en', missing: [] });
    expect(await trash.entriesOf(documentId)).toEqual([]);

    const rows = await rowsOf('articles', documentId);
    expect(rows.map(({ locale, published_at, title }) => [locale, published_at, title]).sort()).toEqual([
      ['en', null, 'To be deleted'],
      ['vi', null, 'Bài sẽ xóa'],
    ]);
    expect(rows.find(({ locale }) => locale === 'vi')).toMatchObject({
      slug,
      body_text: 'Lời của bài.',
      legacy_url: 'https://cu.example.vn/bai-se-xoa.html',
      published_on: new Date(publishedOn),
      revision: 3,
    });
    expect(JSON.stringify(rows)).toContain('Sửa số liệu.');
    const found = await newsroom.strapi
      .documents(ARTICLE)
      .findOne({ documentId, locale: 'vi', populate: ['agency', 'category'] });
    expect(found).toMatchObject({ agency: { documentId: agency }, category: { documentId: category } });
    expect(await publicStatus(slug)).toBe(410);
    const recorded = (await read.auditOf(documentId)).filter(({ locale }) => locale === 'vi');
    expect(recorded.map(({ action, by, before, after }) => [action, by, before, after])).toEqual([
      ['create', null, { state: 'absent', revision: 0 }, { state: 'published', revision: 1 }],
      ['delete', String(chief.id), { state: 'published', revision: 1 }, { state: 'absent', revision: 2 }],
      ['restore', String(chief.id), { state: 'absent', revision: 2 }, { state: 'draft', revision: 3 }],
    ]);

    await documents(ARTICLE).publish({ documentId, locale: 'vi' });
    expect(await publicStatus(slug)).toBe(200);
  });

  it('gives one language back to an article that has another, and leaves what both share', async () => {
    const cover = await write.picture();
    const { documentId } = await write.draft({ title: 'Còn lại', legacyUrl: 'https://cu.example.vn/chung.html' });
    await documents(ARTICLE).update({ documentId, locale: 'en', data: { title: 'One of two', cover: cover.id } });
    await trash.remove(ARTICLE, documentId, { locale: 'en' });
    await documents(ARTICLE).update({ documentId, locale: 'vi', data: { title: 'Còn lại, đã sửa' } });
    const [entry, ...others] = await trash.entriesOf(documentId);
    expect([entry!.title, others]).toEqual(['One of two', []]);
    expect(await trash.restored(entry!)).toEqual({ documentId, locale: 'en', missing: [] });
    const rows = await rowsOf('articles', documentId);
    expect(rows.map(({ locale, title }) => [locale, title]).sort()).toEqual([
      ['en', 'One of two'],
      ['vi', 'Còn lại, đã sửa'],
    ]);
  });

  it.each<[string, string, string, () => Promise<{ documentId: string }>, string]>([
    ['an agency', AGENCY, 'agencies', () => write.agency({ name: 'Sở thử', phone: '0237 1' }), 'Sở thử'],
    ['an official', OFFICIAL, 'officials', () => write.official({ name: 'Trần Thị Bình' }), 'Trần Thị Bình'],
    ['a position', POSITION, 'positions', () => write.position({ title: 'Phó Chánh', rank: 2 }), 'Phó Chánh'],
    ['a category', CATEGORY, 'categories', () => write.category({ name: 'Thử nghiệm' }), 'Thử nghiệm'],
    ['a list', LIST, 'latest_news_lists', () => write.latestNewsList({ name: 'Tin thử' }), 'Tin thử'],
    ['a redirect', REDIRECT, 'redirects', () => write.redirect({ from: '/cu', to: '/moi', outcome: 'moved' }), '/cu'],
    [
      'an appointment',
      APPOINTMENT,
      'appointments',
      async () =>
        write.appointment({
          official: await id(write.official({ name: 'Lê Văn An' })),
          position: await id(write.position({ title: 'Giám đốc', rank: 1 })),
          from: '2025-07-01',
        }),
      'Lê Văn An – Giám đốc',
    ],
    [
      'a pin',
      PIN,
      'pins',
      async () =>
        write.pin({
          list: await id(write.latestNewsList({ name: 'Tin ghim' })),
          article: await id(write.article({ title: 'Bài ghim' })),
          place: 3,
          until: '2030-01-01T00:00:00.000Z',
        }),
      'Tin ghim – Bài ghim',
    ],
  ])('gives %s back whole', async (_what, uid, table, make, title) => {
    const { documentId } = await make();
    const content = async () => {
      const rows = await rowsOf(table, documentId);
      return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !OF_ROW.has(name))));
    };
    const before = await content();
    await trash.remove(uid, documentId);
    expect(await content()).toEqual([]);
    const [entry] = await trash.entriesOf(documentId);
    expect(entry).toMatchObject({ type: uid, title, agency: null });
    await trash.restored(entry!);
    expect(await content()).toEqual(before);
    expect((await read.auditOf(documentId)).map(({ action }) => action)).toEqual(['create', 'delete', 'restore']);
    await trash.remove(uid, documentId);
    expect(await trash.entriesOf(documentId)).toHaveLength(1);
  });

  it('offers another slug for one that was taken, and writes nothing until it is accepted', async () => {
    const { documentId } = await write.draft({ title: 'Cùng tên', slug: 'cung-ten' });
    await trash.remove(ARTICLE, documentId);
    await write.draft({ title: 'Cùng tên', slug: 'cung-ten' });
    const [entry] = await trash.entriesOf(documentId);
    const { message, offers } = await trash.offers(entry!);
    expect(offers).toEqual({ slug: 'cung-ten-2' });
    expect(message).toContain('“Đường dẫn” đã có ở một bài viết khác');
    expect([await read.exists('articles', documentId), await trash.entriesOf(documentId)]).toEqual([false, [entry]]);
    await trash.restored(entry!, { slug: 'cung-ten-2' });
    expect(await rowsOf('articles', documentId)).toMatchObject([{ slug: 'cung-ten-2' }]);
  });

  it('offers another slug for a former address of another agency’s article', async () => {
    const [own, foreign] = [await id(write.agency()), await id(write.agency())];
    const manager = await staff(newsroom, 'desk-manager', own);
    const { documentId } = await write.draft({ title: 'Từng có', slug: 'tung-co', agency: own });
    await trash.remove(ARTICLE, documentId, { by: manager });
    const other = await write.article({ title: 'Khác', slug: 'tung-co', agency: foreign });
    await documents(ARTICLE).update({ ...other, locale: 'vi', data: { slug: 'khac-han' }, status: 'published' });
    const [entry] = await trash.entriesOf(documentId, manager);
    expect((await trash.offers(entry!, {}, manager)).offers).toEqual({ slug: 'tung-co-2' });
    await trash.restored(entry!, { slug: 'tung-co-2' }, manager);
  });

  it('offers to leave out an address of the old portal that another article has now', async () => {
    const legacyUrl = 'https://cu.example.vn/mot-bai.html';
    const { documentId } = await write.draft({ legacyUrl });
    await trash.remove(ARTICLE, documentId);
    const other = await id(write.draft({ legacyUrl }));
    const [entry] = await trash.entriesOf(documentId);
    expect((await trash.offers(entry!)).offers).toEqual({ legacyUrl: null });
    await trash.restored(entry!, { legacyUrl: null });
    expect([
      (await rowsOf('articles', documentId))[0]!.legacy_url,
      (await rowsOf('articles', other))[0]!.legacy_url,
    ]).toEqual([null, legacyUrl]);
  });

  it('names what the restored document referred to and is gone', async () => {
    const [kept, lost] = [await id(write.agency()), await id(write.agency({ name: 'Sở đã xóa' }))];
    const [category, cover] = [await id(write.category({ name: 'Mục đã xóa' })), await write.picture()];
    const { documentId } = await write.draft({ agencies: [kept, lost], category, cover: cover.id });
    await trash.remove(ARTICLE, documentId);
    await trash.remove(AGENCY, lost);
    await trash.remove(CATEGORY, category);
    await newsroom.strapi.plugin('upload').service('upload').remove(cover);
    const { missing } = await trash.restored((await trash.entriesOf(documentId))[0]!);
    expect(missing.map(({ field, name }) => [field, name]).sort()).toEqual([
      ['agencies', 'Sở đã xóa'],
      ['category', 'Mục đã xóa'],
      ['cover', null],
    ]);
    const found = await newsroom.strapi
      .documents(ARTICLE)
      .findOne({ documentId, locale: 'vi', populate: ['agencies'] });
    expect(found).toMatchObject({ agencies: [{ documentId: kept }] });
  });

  it('has what was deleted in bulk one by one, by type, by title without accents, and in pages', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 53; number += 1) ids.push(await id(write.category({ name: `Đã gom ${number}` })));
    const answer = await chief.ask('POST', `/content-manager/collection-types/${CATEGORY}/actions/bulkDelete`, {
      documentIds: ids,
    });
    expect(answer.status).toBe(200);
    const query = `?type=${CATEGORY}&title=${encodeURIComponent('da gom')}`;
    const first = await trash.list(query);
    expect([first.entries.length, first.next]).toEqual([50, expect.any(Number)]);
    const second = await trash.list(`${query}&before=${first.next}`);
    expect([second.entries.length, second.next]).toEqual([3, null]);
    expect([...first.entries, ...second.entries].map(({ documentId }) => documentId).sort()).toEqual(ids.sort());
    expect((await trash.list(`?type=${OFFICIAL}&title=${encodeURIComponent('da gom')}`)).entries).toEqual([]);
    expect((await trash.list(`?title=${encodeURIComponent('ĐÃ GOM 52')}`)).entries).toHaveLength(1);
  });
});
