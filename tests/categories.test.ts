import { categories, neighbours } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('categories', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let economy: { documentId: string };

  const get = async (path: string) => (await fetch(`${newsroom.url}/api/portal/v1${path}`)).json();

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const news = await write.category({ slug: 'tin-tuc', name: 'Tin tức', rank: 1 });
    economy = await write.category({
      slug: 'kinh-te',
      name: 'Kinh tế',
      nameEn: 'Economy',
      parent: news.documentId,
      rank: 2,
    });
    await write.category({ slug: 'an-sinh', name: 'An sinh', parent: news.documentId, rank: 2 });
    await write.category({ slug: 'dau-tu', name: 'Đầu tư', parent: news.documentId, rank: 1 });
  });
  afterAll(() => newsroom.stop());

  it('come as a tree, siblings by rank and then by the Vietnamese alphabet', async () => {
    const { data } = categories.parse(await get('/categories'));
    expect(data.map(({ slug, children }) => [slug, children.map((child) => child.slug)])).toEqual([
      ['tin-tuc', ['dau-tu', 'an-sinh', 'kinh-te']],
    ]);
    const english = categories.parse(await get('/categories?locale=en')).data;
    expect(english[0]!.children.map(({ name }) => name)).toEqual(['Đầu tư', 'An sinh', 'Economy']);
  });

  it('define an article’s neighbours: five on each side in its category, the nearest first', async () => {
    for (let day = 1; day <= 13; day += 1) {
      const publishedOn = new Date(Date.UTC(2021, 2, day)).toISOString();
      await write.article({ title: `Bài ${day}`, publishedOn, category: economy.documentId });
      await write.article({ title: `Ngoài mục ${day}`, publishedOn });
    }
    const { data } = neighbours.parse(await get('/articles/bai-7/neighbours'));
    expect(data.newer.map(({ title }) => title)).toEqual([8, 9, 10, 11, 12].map((day) => `Bài ${day}`));
    expect(data.older.map(({ title }) => title)).toEqual([6, 5, 4, 3, 2].map((day) => `Bài ${day}`));
    const { data: first } = neighbours.parse(await get('/articles/bai-1/neighbours'));
    expect([first.newer.length, first.older]).toEqual([5, []]);
  });

  it('answer no neighbours of an article that is not visible', async () => {
    const { slug } = await write.draft({ title: 'Chưa đăng' });
    expect(await get(`/articles/${slug}/neighbours`)).toMatchObject({ error: { status: 404 } });
  });
});
