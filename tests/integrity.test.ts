import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';

/** What the database makes true, and what we rely on in Strapi's: each would tell of a change in either. */
describe('the database', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const documents = () => newsroom.strapi.documents(ARTICLE);
  const rows = (documentId: string) =>
    newsroom.sql('SELECT * FROM articles WHERE document_id = $1 AND locale = $2 ORDER BY published_at NULLS FIRST', [
      documentId,
      'vi',
    ]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('keeps one draft and one published row when a document is published many times at once', async () => {
    const { documentId } = await write.article();
    const publish = () => documents().publish({ documentId, locale: 'vi' });
    const results = await Promise.allSettled(Array.from({ length: 6 }, publish));
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await rows(documentId)).map((row) => row.published_at !== null)).toEqual([false, true]);
  });

  it('refuses a second row for a slug in a locale', async () => {
    await write.article({ slug: 'mot-dia-chi' });
    await expect(write.article({ slug: 'mot-dia-chi' })).rejects.toThrow(/“Đường dẫn” đã có ở một bài viết khác/);
    await expect(write.article({ slug: 'mot-dia-chi', title: 'Same' }, { locale: 'en' })).resolves.toBeDefined();
  });

  it('makes unique slugs from titles, and keeps an editor’s slug', async () => {
    const [one, two] = [
      await write.article({ title: 'Đặng Thùy Trâm' }),
      await write.article({ title: 'Đặng Thuỳ Trâm' }),
    ];
    expect([one.slug, two.slug]).toEqual(['dang-thuy-tram', 'dang-thuy-tram-2']);
    await documents().update({ documentId: one.documentId, locale: 'vi', data: { title: 'Tên khác' } as never });
    expect((await rows(one.documentId))[0]!.slug).toBe('dang-thuy-tram');
  });

  it('keeps relations and their columns through publishing, editing and publishing again', async () => {
    const [category, agency, other] = [await write.category(), await write.agency(), await write.agency()];
    const { documentId } = await write.article({
      category: category.documentId,
      agency: agency.documentId,
      agencies: [agency.documentId, other.documentId],
    });
    await documents().update({ documentId, locale: 'vi', data: { agency: other.documentId } as never });
    await documents().publish({ documentId, locale: 'vi' });

    const [draft, published] = await rows(documentId);
    const refs = (row: Record<string, unknown>) => [row.category_ref !== null, row.agency_ref];
    expect(refs(published!)).toEqual(refs(draft!));
    const [{ id } = { id: null }] = await newsroom.sql('SELECT id FROM agencies WHERE document_id = $1', [
      other.documentId,
    ]);
    expect(published!.agency_ref).toBe(id);
    const named = await newsroom.sql('SELECT * FROM articles_agencies_lnk WHERE article_id = $1', [published!.id]);
    expect(named).toHaveLength(2);

    await documents().update({ documentId, locale: 'vi', data: { agency: null } as never });
    expect((await rows(documentId))[0]!.agency_ref).toBeNull();
  });

  it('refuses overlapping terms of one person in one post', async () => {
    const [official, position] = [await write.official(), await write.position({ title: 'Giám đốc sở' })];
    const held = { official: official.documentId, position: position.documentId };
    await write.appointment({ ...held, from: '2020-01-01', to: '2024-12-31' });
    await expect(write.appointment({ ...held, from: '2024-12-31' })).rejects.toThrow(/đã giữ chức vụ đó/);
    await expect(write.appointment({ ...held, from: '2025-01-01' })).resolves.toBeDefined();
  });

  it('refuses an invalid body by every kind of write, and nothing is written', async () => {
    const script = { type: 'doc', content: [{ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] };
    const { documentId } = await write.article();
    const data = { body: script, slug: 'ban-sao' } as never;
    const refused = /^Trường “body”: khối 1: chỉ nhận /;
    await expect(write.article({ title: 'Không vào được', body: script })).rejects.toThrow(refused);
    await expect(write.draft({ title: 'Không vào được', body: script })).rejects.toThrow(refused);
    await expect(documents().update({ documentId, locale: 'vi', data })).rejects.toThrow(refused);
    await expect(documents().clone({ documentId, data })).rejects.toThrow(refused);
    expect(await newsroom.sql("SELECT FROM articles WHERE title = 'Không vào được'")).toHaveLength(0);
  });

  it('ignores a caller’s renderings, and renders the body itself', async () => {
    const { slug } = await write.article({
      bodyHtml: '<script>1</script>',
      bodyBlocks: [{ type: 'x' }],
      bodyText: 'x',
    });
    const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`);
    const { data } = (await answer.json()) as { data: { html: string; text: string } };
    expect([data.html, data.text]).toEqual(['<p>Nội dung.</p>', 'Nội dung.']);
  });

  it('has every instant in UTC, on Strapi’s connections and on the read pool’s', async () => {
    expect(process.env.TZ).toBe('UTC');
    const { rows: write_ } = await newsroom.strapi.db.connection.raw('SHOW TimeZone');
    expect(write_[0].TimeZone).toBe('UTC');
    const reader = newsroom.strapi.plugin('portal-feeds').service('reader');
    const query = { text: "SELECT current_setting('TimeZone') AS model", values: ['vi'] };
    expect(await reader.model(query)).toBe('UTC');
  });
});
