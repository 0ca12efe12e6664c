import { latestNews } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('/latest-news', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const list = async (path: string) => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/latest-news${path}`);
    expect(answer.status).toBe(200);
    return latestNews.parse(await answer.json());
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('exists in an empty newsroom, without cards, in both languages', async () => {
    expect(await list('')).toMatchObject({
      data: [],
      meta: { collection: { slug: 'tin-moi-nhat', name: 'Tin mới nhất' } },
    });
    expect(await list('?locale=en')).toMatchObject({ data: [], meta: { collection: { name: 'Latest news' } } });
  });

  it('shows the eight newest by time, at the default address and at its own', async () => {
    for (let day = 1; day <= 10; day += 1) {
      await write.article({ title: `Ngày ${day}`, publishedOn: new Date(Date.UTC(2021, 1, day)).toISOString() });
    }
    const { data, meta } = await list('');
    expect(data.map((card) => card.title)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((day) => `Ngày ${day}`));
    expect(meta.changedOn).toBe('2021-02-10T07:00:00+07:00');
    expect(await list('/tin-moi-nhat')).toEqual({ data, meta });
  });

  it('follows the rule of an editor’s list: category with its subtree, size', async () => {
    const parent = await write.category();
    const child = await write.category({ parent: parent.documentId });
    for (const [index, category] of [parent, child, child].entries()) {
      const publishedOn = new Date(Date.UTC(2022, 0, index + 1)).toISOString();
      await write.article({ title: `Mục ${index}`, category: category.documentId, publishedOn });
    }
    await write.latestNewsList({ slug: 'muc', name: 'Mục', size: 2, category: parent.documentId });
    expect((await list('/muc')).data.map((card) => card.title)).toEqual(['Mục 2', 'Mục 1']);
  });

  it('follows an agency, or an agency and a category where a list has both; its feed too', async () => {
    const [owner, other, parent] = [await write.agency(), await write.agency(), await write.category()];
    const child = await write.category({ parent: parent.documentId });
    const of = (title: string, agency: { documentId: string }, category?: { documentId: string }) =>
      write.article({ title, agency: agency.documentId, category: category?.documentId ?? null });
    await of('Của sở, không mục', owner);
    await of('Của sở, trong mục', owner, child);
    await of('Của nơi khác, trong mục', other, child);
    const shown = async (slug: string, rule: object) => {
      await write.latestNewsList({ slug, ...rule });
      const feed = await (await fetch(`${newsroom.url}/feeds/${slug}.json`)).json();
      const titles = (await list(`/${slug}`)).data.map((card) => card.title);
      expect((feed as { items: { title: string }[] }).items.map(({ title }) => title)).toEqual(titles);
      return titles;
    };
    const agency = owner.documentId;
    expect(await shown('cua-so', { agency })).toEqual(['Của sở, trong mục', 'Của sở, không mục']);
    expect(await shown('cua-so-trong-muc', { agency, category: parent.documentId })).toEqual(['Của sở, trong mục']);
  });

  it('keeps the default list, under its slug', async () => {
    const documents = newsroom.strapi.documents('plugin::newsroom.latest-news-list');
    const [{ documentId } = { documentId: '' }] = await documents.findMany({ filters: { slug: 'tin-moi-nhat' } });
    const refusal = /Danh sách “tin-moi-nhat” luôn phải có/;
    await expect(documents.update({ documentId, locale: 'vi', data: { slug: 'khac' } })).rejects.toThrow(refusal);
    await expect(documents.delete({ documentId })).rejects.toThrow(refusal);
    await documents.update({ documentId, locale: 'vi', data: { name: 'Tin mới' } });
    expect((await list('')).meta.collection.name).toBe('Tin mới');
  });

  it('answers 404 for an unknown list', async () => {
    expect((await fetch(`${newsroom.url}/api/portal/v1/latest-news/khong-co`)).status).toBe(404);
  });
});
