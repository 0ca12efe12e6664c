import { documentsOf } from './helpers/documents';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe('feeds smoke', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());
  it('prints', async () => {
    const category = await write.category({ name: 'Tin trong tỉnh', slug: 'trong-tinh' });
    const agency = await write.agency({ name: 'Sở Tài chính', slug: 'so-tai-chinh' });
    const photo = await write.picture({ alternativeText: 'Cảng' });
    await write.article({ slug: 'mot', category: category.documentId, agency: agency.documentId, summary: 'a < b & "c"', body: body(paragraph('Nội dung'), figure(photo.documentId, 'Chú thích')), attachments: [photo.id] });
    const gone = await write.article({ slug: 'hai', category: category.documentId, publishedOn: hours(-4) });
    await documentsOf(newsroom.strapi)('plugin::newsroom.article').unpublish({ documentId: gone.documentId, locale: 'vi' });
    for (const path of ['/feeds/tin-moi-nhat.rss', '/feeds/categories/trong-tinh.atom', '/feeds/agencies/so-tai-chinh.json?includePredecessors=true', '/sitemap.xml', '/sitemap-news.xml', '/sitemaps/places.xml', `/sitemaps/${hours(7).slice(0, 7)}.xml`, '/feeds/khong.rss', '/sitemaps/x.xml', '/feeds/tin-moi-nhat.rdf']) {
      const answer = await fetch(newsroom.url + path, { redirect: 'manual' });
      console.log(path, answer.status, JSON.stringify([...answer.headers]), (await answer.text()).slice(0, 2500));
    }
  });
});
