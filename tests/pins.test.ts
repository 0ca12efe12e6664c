import { latestNews } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('an article pinned to a position of a list', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  const articles: Record<string, string> = {};
  let list: string;

  const answer = (path = '/ghim') => fetch(`${newsroom.url}/api/portal/v1/latest-news${path}`);
  const titles = async (path?: string) =>
    latestNews.parse(await (await answer(path)).json()).data.map(({ title }) => title);
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const pin = (article: string, place: number, data: object = {}) =>
    write.pin({ list, article: articles[article] ?? article, place, ...data });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    for (const [day, title] of ['A', 'B', 'C', 'D', 'E'].entries()) {
      const publishedOn = new Date(Date.UTC(2021, 1, day + 1)).toISOString();
      articles[title] = (await write.article({ title, publishedOn })).documentId;
    }
    list = (await write.latestNewsList({ slug: 'ghim', name: 'Ghim', size: 4 })).documentId;
  });
  afterEach(() => newsroom.sql('DELETE FROM pins'));
  afterAll(() => newsroom.stop());

  it('is there, and the newest articles fill the other positions', async () => {
    expect(await titles()).toEqual(['E', 'D', 'C', 'B']);
    await pin('A', 1);
    await pin('D', 3);
    expect(await titles()).toEqual(['A', 'E', 'D', 'C']);
    expect(await titles('')).toEqual(['E', 'D', 'C', 'B', 'A']);
  });

  it('is there once, at its first position, and moves up in a short list', async () => {
    await pin('B', 2);
    await pin('B', 3);
    await pin('A', 9);
    expect(await titles()).toEqual(['E', 'B', 'D', 'C']);

    const few = await write.category();
    const only = await write.article({ title: 'Riêng', category: few.documentId });
    const short = await write.latestNewsList({ slug: 'ngan', size: 8, category: few.documentId });
    await write.pin({ list: short.documentId, article: articles.A, place: 5 });
    expect(await titles('/ngan')).toEqual(['Riêng', 'A']);
    await newsroom.strapi.documents('plugin::newsroom.article').delete({ documentId: only.documentId });
  });

  it('is there from its start to before its end, and max-age ends at either', async () => {
    await pin('A', 1, { from: hours(-1), until: hours(1) });
    await pin('B', 2, { from: hours(1) });
    await pin('C', 3, { until: hours(-1) });
    await pin('D', 4, { from: new Date(Date.now() + 4_500).toISOString() });
    expect(await titles()).toEqual(['A', 'E', 'D', 'C']);
    const { meta } = latestNews.parse(await (await answer()).json());
    expect(Math.abs(new Date(meta.changedOn).getTime() - Date.now() + 3_600_000)).toBeLessThan(60_000);
    const caching = (await answer()).headers.get('cache-control');
    expect(Number(/max-age=(\d)/.exec(caching!)![1])).toBeLessThan(5);
  });

  it('stays after republishing, and is not shown while the article is not public', async () => {
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await pin('A', 1);
    await documents.update({ documentId: articles.A!, locale: 'vi', data: { summary: 'Sửa.' } as never });
    await documents.publish({ documentId: articles.A!, locale: 'vi' });
    expect((await titles())[0]).toBe('A');
    await documents.unpublish({ documentId: articles.A!, locale: 'vi' });
    expect(await titles()).toEqual(['E', 'D', 'C', 'B']);
    await documents.publish({ documentId: articles.A!, locale: 'vi' });
    expect((await titles())[0]).toBe('A');
  });

  it('is never shown early, neither as a draft nor under embargo', async () => {
    const draft = await write.draft({ title: 'Nháp' });
    const embargoed = await write.article({ title: 'Hẹn giờ', publishedOn: hours(5) });
    await pin(draft.documentId, 1);
    await pin(embargoed.documentId, 2);
    expect(await titles()).toEqual(['E', 'D', 'C', 'B']);
  });

  it('has its position exclusively while it lasts', async () => {
    await pin('A', 1, { from: hours(1), until: hours(3) });
    await expect(pin('B', 1, { from: hours(2) })).rejects.toThrow(/“Vị trí” này của danh sách đã có bài ghim khác/);
    await expect(pin('B', 1, { from: hours(5), until: hours(4) })).rejects.toThrow(/“Ghim đến” phải sau “Ghim từ”/);
    await pin('B', 1, { from: hours(3) });
  });
});
