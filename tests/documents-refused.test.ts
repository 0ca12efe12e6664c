import { unique, writers } from './helpers/content';
import { documentsOf, refusalOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

type Data = Record<string, unknown>;

const ARTICLE = 'plugin::newsroom.article';

/** What the database refuses is told to whoever wrote it, at the field, and in Vietnamese. */
describe('a write that the database refuses', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const taken = /^slug: “(Đường dẫn|Mã danh sách)” đã có ở /;
  const instant = (year: number) => new Date(Date.UTC(year, 5, 1)).toISOString();

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('is explained for a slug that another document of the type has', async () => {
    const twice = async (create: (data: Data) => Promise<unknown>) => {
      const slug = unique('hai-lan').replace(' ', '-');
      await create({ slug });
      return refusalOf(create({ slug }));
    };
    expect(await twice((data) => write.draft(data))).toMatch(taken);
    expect(await twice((data) => write.category(data))).toMatch(taken);
    expect(await twice((data) => write.latestNewsList(data))).toMatch(taken);
    expect(await twice((data) => write.agency(data))).toMatch(taken);
    expect(await twice((data) => write.official(data))).toMatch(taken);
  });

  it('is explained for the later of two concurrent writes', async () => {
    const create = () => write.category({ name: 'Cùng lúc', slug: 'cung-luc' });
    const results = await Promise.allSettled([create(), create(), create(), create()]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) expect(await refusalOf(Promise.reject(reason))).toMatch(taken);
  });

  it('is explained for a slug under which another article is still published', async () => {
    const first = await write.article({ slug: 'dang-dung' });
    await documents(ARTICLE).update({ documentId: first.documentId, locale: 'vi', data: { slug: 'da-doi' } });
    expect(await refusalOf(write.article({ slug: 'dang-dung' }))).toMatch(/^slug: “Đường dẫn” /);
  });

  it('is explained for an article published without a slug', async () => {
    const { documentId } = await write.draft();
    await newsroom.sql("UPDATE articles SET slug = '' WHERE document_id = $1", [documentId]);
    expect(await refusalOf(documents(ARTICLE).publish({ documentId, locale: 'vi' }))).toMatch(/^slug: .* còn trống/);
  });

  it('is explained for an old address that another article has', async () => {
    await write.draft({ legacyUrl: '/Pages/Cu.aspx' });
    expect(await refusalOf(write.draft({ legacyUrl: '/pages/cu.ASPX' }))).toMatch(/^legacyUrl: “Địa chỉ ở cổng cũ”/);
  });

  it('is explained for an old address that is redirected already', async () => {
    const create = (from: string) => documents('plugin::newsroom.redirect').create({ data: { from, to: '/tin' } });
    await create('/Cu');
    expect(await refusalOf(create('/cu'))).toMatch(/^from: “Địa chỉ cũ”/);
  });

  it.each(['publishedOn', 'updatedOn', 'expiresOn'])('is explained for a year that %s cannot have', async (field) => {
    for (const year of [1899, 9999]) {
      const refused = await refusalOf(write.draft({ [field]: instant(year) }));
      expect(refused).toMatch(new RegExp(`^${field}: “Ngày giờ .*1900 đến 9998`));
    }
    await expect(write.draft({ [field]: instant(1900) })).resolves.toBeDefined();
  });

  it('is explained for corrections that are not a list', async () => {
    expect(await refusalOf(write.draft({ corrections: { note: 'x' } }))).toMatch(/^corrections: “Đính chính” phải/);
    await expect(write.draft({ corrections: [] })).resolves.toBeDefined();
    await expect(write.draft({ corrections: null })).resolves.toBeDefined();
  });

  it('is explained for terms of office that overlap, or that end before they begin', async () => {
    const [official, position] = [await write.official(), await write.position({ title: 'Chánh văn phòng' })];
    const held = { official: official.documentId, position: position.documentId };
    await write.appointment({ ...held, from: '2020-01-01', to: '2024-12-31' });
    expect(await refusalOf(write.appointment({ ...held, from: '2024-12-31' }))).toMatch(/^from: .* đã giữ chức vụ đó/);
    const backwards = write.appointment({ ...held, from: '2026-02-01', to: '2026-01-31' });
    expect(await refusalOf(backwards)).toMatch(/^to: “Đến hết ngày” phải bằng hoặc sau “Từ ngày”/);
  });

  it('is explained for periods of an agency that overlap, or that end before they begin', async () => {
    const { documentId: agency } = await write.agency();
    await write.agencyPeriod({ agency, name: 'Tên cũ', from: '2020-01-01', to: '2024-12-31' });
    const meeting = write.agencyPeriod({ agency, name: 'Tên khác', from: '2024-12-31', to: '2025-12-31' });
    expect(await refusalOf(meeting)).toMatch(/^from: .* đã có một thời kỳ khác/);
    const backwards = write.agencyPeriod({ agency, name: 'Tên khác', from: '2026-02-01', to: '2026-01-31' });
    expect(await refusalOf(backwards)).toMatch(/^to: “Đến hết ngày” phải bằng hoặc sau/);
  });

  it('rolls back the transaction around it', async () => {
    await write.category({ name: 'Đã có', slug: 'da-co' });
    const together = newsroom.strapi.db.transaction(async () => {
      await write.category({ name: 'Đi cùng', slug: 'di-cung' });
      await write.category({ name: 'Đã có nữa', slug: 'da-co' });
    });
    expect(await refusalOf(together)).toMatch(taken);
    expect(await newsroom.sql("SELECT FROM categories WHERE slug = 'di-cung'")).toHaveLength(0);
  });
});
