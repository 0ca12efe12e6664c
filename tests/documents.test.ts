import { body, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

type Data = Record<string, unknown>;

const ARTICLE = 'plugin::newsroom.article';
const CATEGORY = 'plugin::newsroom.category';
const LIST = 'plugin::newsroom.latest-news-list';
const AGENCY = 'plugin::directory.agency';
const OFFICIAL = 'plugin::directory.official';

/** What editors and machines may leave to the newsroom. */
describe('the documents', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const answer = async (path: string) => {
    const response = await fetch(`${newsroom.url}/api/portal/v1/${path}`);
    return ((await response.json()) as { data: Data }).data;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  describe('slugs', () => {
    it.each([
      [ARTICLE, 'title', {}],
      [CATEGORY, 'name', {}],
      [LIST, 'name', { size: 8 }],
      [AGENCY, 'name', { level: 'unit' }],
      [OFFICIAL, 'name', {}],
    ])('of %s are made from its %s, and are unique', async (uid, source, rest) => {
      const create = (name: string, data: Data = {}) =>
        documents(uid).create({ data: Object.freeze({ ...rest, [source]: name, ...data }) });
      const made = [await create('Văn phòng QĐ-TTg'), await create('Văn Phòng QÐ-TTg', { slug: '' })];
      expect(made.map(({ slug }) => slug)).toEqual(['van-phong-qd-ttg', 'van-phong-qd-ttg-2']);
      expect((await create('Văn phòng', { slug: 'Tu-Dat_1' })).slug).toBe('Tu-Dat_1');
      expect((await create('…')).slug).toBe('khong-ten');

      const { documentId } = made[0]!;
      const update = (data: Data) => documents(uid).update({ documentId, data });
      expect((await update({ [source]: 'Tên khác' })).slug).toBe('van-phong-qd-ttg');
      expect((await update({ slug: null })).slug).toBe('ten-khac');
      expect((await update({ slug: '', [source]: 'Tên khác' })).slug).toBe('ten-khac');
    });

    it('are not reused while another article is published under them', async () => {
      const first = await write.article({ title: 'Hai lần một chỗ' });
      await documents(ARTICLE).update({ documentId: first.documentId, locale: 'vi', data: { slug: 'cho-khac' } });
      expect((await write.article({ title: 'Hai lần một chỗ' })).slug).toBe('hai-lan-mot-cho-2');
      const english = { title: 'Hai lần một chỗ' };
      expect((await write.article(english, { locale: 'en' })).slug).toBe('hai-lan-mot-cho');
    });

    it('are unique among many with the same beginning', async () => {
      for (let number = 1; number <= 60; number += 1) await write.category({ name: 'Lịch tuần', slug: undefined });
      expect((await write.category({ name: 'Lịch tuần', slug: undefined })).slug).toBe('lich-tuan-61');
    });
  });

  describe('a clone', () => {
    it('has the times of its source in no language, and keeps those that it is given', async () => {
      const source = { publishedOn: '2026-01-05T01:00:00.000Z', expiresOn: '2027-01-05T01:00:00.000Z' };
      const { documentId } = await write.draft(source);
      const clone = async (data: Data) =>
        (await documents(ARTICLE).clone({ documentId, locale: 'vi', data })).entries[0];
      expect(await clone({ slug: '', ...source })).toMatchObject({ publishedOn: null, expiresOn: null });
      expect(await clone({ slug: '', publishedOn: '2026-03-05T01:00:00.000Z' })).toMatchObject({
        publishedOn: '2026-03-05T01:00:00.000Z',
        expiresOn: null,
      });
    });

    it('of a published article is a draft with its own slug and no old address, which can be published', async () => {
      const source = await write.article({ title: 'Bài gốc', legacyUrl: '/portal/Pages/bai-goc.aspx' });
      const { documentId } = source;
      const clone = async (data?: Data) =>
        (await documents(ARTICLE).clone({ documentId, locale: 'vi', ...(data && { data }) })).entries[0];
      const copies = [
        await clone(),
        await clone({ title: 'Bài gốc', slug: source.slug, legacyUrl: source.legacyUrl }),
        await clone({ title: 'Bài phái sinh' }),
        await clone({ slug: 'tu-chon' }),
      ];
      expect(copies.map(({ slug, legacyUrl, publishedAt }) => [slug, legacyUrl, publishedAt])).toEqual([
        ['bai-goc-2', null, null],
        ['bai-goc-3', null, null],
        ['bai-phai-sinh', null, null],
        ['tu-chon', null, null],
      ]);
      await documents(ARTICLE).publish({ documentId: copies[0]!.documentId, locale: 'vi' });
      expect(await answer('articles/bai-goc-2')).toMatchObject({ title: 'Bài gốc' });
      expect(await answer('articles/bai-goc')).toMatchObject({ title: 'Bài gốc' });
    });

    it('of all locales has a slug that is unique in each', async () => {
      const { documentId } = await write.draft({ title: 'Song ngữ' });
      await documents(ARTICLE).update({
        documentId,
        locale: 'en',
        data: { title: 'Bilingual', body: body(paragraph('Text.')) },
      });
      await write.draft({ title: 'Song ngữ' }, { locale: 'en' });
      const { entries } = await documents(ARTICLE).clone({ documentId, locale: '*' });
      expect(new Set(entries.map(({ slug }) => slug)).size).toBe(1);
      expect(entries.map(({ locale }) => locale).sort()).toEqual(['en', 'vi']);
    });

    it('of an agency has its own slug', async () => {
      const { documentId } = await write.agency({ name: 'Sở Nội vụ', slug: 'so-noi-vu' });
      const { entries } = await documents(AGENCY).clone({ documentId, data: { slug: 'so-noi-vu' } });
      expect(entries[0].slug).toBe('so-noi-vu-2');
    });
  });

  describe('strings', () => {
    it('of an article are stored and served in NFC, otherwise as typed', async () => {
      const title = ' Quyết định số 12/QÐ-UBND về thuỷ lợi';
      const { slug, documentId } = await write.article({ title: title.normalize('NFD') });
      const rows = await newsroom.sql('SELECT title FROM articles WHERE document_id = $1', [documentId]);
      expect(rows).toEqual([{ title }, { title }]);
      expect(await answer(`articles/${slug}`)).toMatchObject({ title, shortTitle: title });
    });

    it('of an agency are stored in NFC on create, update and clone', async () => {
      const name = 'Uỷ ban nhân dân tỉnh Thanh Hoá';
      const address = 'Đại lộ Lê Lợi';
      const { documentId } = await write.agency({ name: name.normalize('NFD') });
      await documents(AGENCY).update({ documentId, data: { address: address.normalize('NFD') } });
      const data = { shortName: 'Uỷ ban'.normalize('NFD') };
      await documents(AGENCY).clone({ documentId, data });
      expect(data.shortName).toBe('Uỷ ban'.normalize('NFD'));
      const rows = await newsroom.sql('SELECT name, address, short_name FROM agencies WHERE name = $1 ORDER BY id', [
        name,
      ]);
      expect(rows).toEqual([
        { name, address, short_name: null },
        { name, address, short_name: 'Uỷ ban' },
      ]);
    });
  });
});
