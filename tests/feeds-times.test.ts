import { body, paragraph, writers } from './helpers/content';
import { jsonFeed } from './helpers/json-feed';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { tombstones } from './helpers/read-feed';

const ARTICLE = 'plugin::newsroom.article';

describe('the times of a feed', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const read = async (path: string) => (await fetch(`${newsroom.url}/feeds/${path}`)).text();
  const documents = () => newsroom.strapi.documents(ARTICLE);
  const service = () => newsroom.strapi.plugin('publishing-desk').service('withdrawal');

  /** The Atom feed's own time, and its entries' by title. */
  async function times(path = 'tin-moi-nhat.atom') {
    const atom = await read(path);
    const entries = [...atom.matchAll(/<entry>.*?<title>(.*?)<\/title>.*?<updated>(.*?)<\/updated>/gs)];
    return {
      feed: /<updated>(.*?)<\/updated>/.exec(atom)![1]!,
      entries: new Map(entries.map(([, title, updated]) => [title!, updated!])),
      removed: tombstones(atom),
    };
  }

  beforeAll(async () => {
    newsroom = await startNewsroom(undefined, { environment: { PORTAL_MEMORY_BYTES: '0' } });
    write = writers(newsroom.strapi);
    await write.article({ title: 'Nền', publishedOn: '2021-02-01T01:00:00Z' });
  });
  afterAll(() => newsroom.stop());

  it('say in each format what was corrected, and when', async () => {
    await write.article({
      title: 'Có đính chính',
      slug: 'co-dinh-chinh',
      summary: 'Tóm tắt.',
      publishedOn: '2021-02-19T10:17:00Z',
      updatedOn: '2021-02-20T01:00:00Z',
      corrections: [{ on: '2021-02-20T01:00:00.000Z', note: 'Sửa <số liệu> & tên.' }],
    });
    const said = 'Đính chính, 20/02/2021 8:00 SA: Sửa &lt;số liệu&gt; &amp; tên.';
    const { items } = jsonFeed.parse(JSON.parse(await read('tin-moi-nhat.json')));
    const item = items.find(({ title }) => title === 'Có đính chính')!;
    expect(item.content_html).toContain(`<p>${said}</p>`);
    expect(item.date_modified).toBe('2021-02-20T08:00:00+07:00');
    const inXml = said.replaceAll('&', '&amp;');
    expect(await read('tin-moi-nhat.atom')).toContain(inXml);
    expect(await read('tin-moi-nhat.rss')).toContain(inXml);
  });

  it('describe an RSS item without a summary by its text', async () => {
    const { documentId } = await write.article({
      title: 'Không tóm tắt',
      publishedOn: '2021-02-18T10:17:00Z',
      body: body(paragraph('Giá trị < 100 & hơn.'), paragraph('từ '.repeat(300))),
    });
    const [, description] = /Không tóm tắt<\/title>.*?<description>(.*?)<\/description>/s.exec(
      await read('tin-moi-nhat.rss'),
    )!;
    expect(description).toMatch(/^Giá trị &amp;lt; 100 &amp;amp; hơn\. từ từ .*từ…$/);
    expect(Array.from(description!).length).toBeLessThan(340);
    await documents().delete({ documentId, locale: 'vi' });
  });

  const returns: [name: string, leave: (id: string) => Promise<unknown>, comeBack: (id: string) => Promise<unknown>][] =
    [
      [
        'a withdrawal',
        (id) => service().withdraw(id, 'vi', { outcome: 'gone', reason: 'Kiểm tra lại.', movedTo: null }),
        (id) => service().reinstate(id, 'vi'),
      ],
      [
        'an unpublication',
        (documentId) => documents().unpublish({ documentId, locale: 'vi' }),
        (documentId) => documents().publish({ documentId, locale: 'vi' }),
      ],
      [
        'an expiry',
        async (documentId) => {
          await documents().update({
            documentId,
            locale: 'vi',
            data: { expiresOn: new Date(Date.now() - 60_000).toISOString() } as never,
          });
          await documents().publish({ documentId, locale: 'vi' });
        },
        async (documentId) => {
          await documents().update({ documentId, locale: 'vi', data: { expiresOn: null } as never });
          await documents().publish({ documentId, locale: 'vi' });
        },
      ],
    ];

  it.each(returns)('go on after the end of %s', async (name, leave, comeBack) => {
    const { documentId } = await write.article({ title: name, publishedOn: '2021-03-01T01:00:00Z' });
    const before = await times();
    expect(before.entries.get(name)).toBe('2021-03-01T01:00:00.000Z');

    await leave(documentId);
    const gone = await times();
    expect(gone.entries.has(name)).toBe(false);
    expect(gone.feed >= before.feed).toBe(true);
    const [, removedOn] = [...gone.removed].at(0)!;

    await comeBack(documentId);
    const back = await times();
    expect(back.entries.get(name)! > removedOn).toBe(true);
    expect(back.feed >= gone.feed).toBe(true);

    // A change that the editor does not mark as major moves nothing.
    await documents().update({ documentId, locale: 'vi', data: { summary: 'Sửa lỗi chính tả.' } as never });
    await documents().publish({ documentId, locale: 'vi' });
    expect((await times()).entries.get(name)).toBe(back.entries.get(name));
  });

  it('never go back when an article goes to another category or agency, a category to another parent, or a list to another rule', async () => {
    const [category, other] = [await write.category({ slug: 'cu' }), await write.category({ slug: 'khac' })];
    const child = await write.category({ slug: 'con', parent: category.documentId });
    const [agency, heir] = [await write.agency({ slug: 'so-cu' }), await write.agency({ slug: 'so-moi' })];
    const list = await write.latestNewsList({ slug: 'danh-sach', category: category.documentId });
    const article = await write.article({
      title: 'Bài chuyển chuyên mục',
      publishedOn: new Date(Date.now() - 3_000).toISOString(),
      category: child.documentId,
      agency: agency.documentId,
    });
    await write.article({
      title: 'Bài ở lại',
      publishedOn: '2021-03-02T01:00:00Z',
      category: category.documentId,
      agency: agency.documentId,
    });
    const feeds = ['categories/cu', 'categories/con', 'agencies/so-cu', 'danh-sach', 'tin-moi-nhat'];
    const own = async () => Promise.all(feeds.map(async (path) => (await times(`${path}.atom`)).feed));
    const save = async (data: object) => {
      await documents().update({ documentId: article.documentId, locale: 'vi', data: data as never });
      await documents().publish({ documentId: article.documentId, locale: 'vi' });
    };
    const categories = newsroom.strapi.documents('plugin::newsroom.category');
    const steps: [moved: string[], step: () => Promise<unknown>][] = [
      [[], () => save({ summary: 'Sửa lỗi chính tả.' })],
      [['categories/con'], () => save({ category: category.documentId })],
      [['categories/cu', 'danh-sach'], () => save({ category: other.documentId })],
      [['agencies/so-cu'], () => save({ agency: heir.documentId })],
      [[], () => save({ category: child.documentId })],
      [
        ['categories/cu', 'danh-sach'],
        () => categories.update({ documentId: child.documentId, data: { parent: other.documentId } as never }),
      ],
      [
        ['danh-sach'],
        () =>
          newsroom.strapi.documents('plugin::newsroom.latest-news-list').update({
            documentId: list.documentId,
            locale: 'vi',
            data: { category: other.documentId, agency: agency.documentId } as never,
          }),
      ],
    ];
    let before = await own();
    for (const [index, [moved, step]] of steps.entries()) {
      await step();
      const after = await own();
      feeds.forEach((path, place) => {
        const [was, is] = [before[place]!, after[place]!];
        expect([index, path, is >= was]).toEqual([index, path, true]);
        if (moved.includes(path)) expect([index, path, is > was]).toEqual([index, path, true]);
      });
      // What left it counts for the feed that it left alone.
      expect([index, after[4]]).toEqual([index, before[4]]);
      before = after;
    }
  });

  it('never go back, whatever leaves the feed', async () => {
    const { documentId } = await write.article({
      title: 'Mới nhất',
      publishedOn: new Date(Date.now() - 1_000).toISOString(),
    });
    const target = await write.article({
      title: 'Bài thay thế',
      slug: 'thay-the',
      publishedOn: '2021-03-02T01:00:00Z',
    });
    const before = await times();
    await service().withdraw(documentId, 'vi', { outcome: 'moved', reason: 'Gộp.', movedTo: 'thay-the' });
    const moved = await times();
    expect(moved.feed >= before.feed).toBe(true);

    // The announcement of what was removed ends after thirty days.
    await newsroom.sql(
      `UPDATE newsroom.retractions SET retracted_on = retracted_on - interval '40 days' WHERE document_id <> $1`,
      [target.documentId],
    );
    await documents().unpublish({ documentId: target.documentId, locale: 'vi' });
    const gone = await times();
    expect(gone.feed >= moved.feed).toBe(true);
    await newsroom.sql(
      `UPDATE articles SET withdrawn_on = NULL, withdrawal_outcome = NULL, moved_to = NULL WHERE document_id = $1`,
      [documentId],
    );
    expect((await times()).feed >= gone.feed).toBe(true);
  });
});
