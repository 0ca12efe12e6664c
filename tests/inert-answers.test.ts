import { writers } from './helpers/content';
import { get } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('an answer that is no page', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    await write.article({ slug: 'bai', title: 'Bài' });
  });
  afterAll(() => newsroom.stop());

  it.each([
    '/api/portal/v1/latest-news',
    '/api/portal/v1/articles/bai',
    '/api/portal/v1/articles/khong-co',
    '/feeds/latest.rss',
    '/feeds/latest.json',
  ])('%s has the headers of data, built and cached, and none of those of the panel', async (path) => {
    for (const { headers } of [await get(newsroom.url + path), await get(newsroom.url + path)]) {
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
      for (const name of [
        'x-frame-options',
        'referrer-policy',
        'x-dns-prefetch-control',
        'strict-transport-security',
      ]) {
        expect(headers).not.toHaveProperty(name);
      }
    }
  });

  it('has JSON-LD that ends no script element, whose author is a person, or else the agency that owns it', async () => {
    const agency = await write.agency({ name: 'Sở Y tế' });
    const signed = await write.article({ title: 'Bài </script><b>', author: 'Lê Lan', agency: agency.documentId });
    const unsigned = await write.article({ title: 'Bài', author: null, agency: agency.documentId });
    const jsonLd = async ({ slug }: { slug: string }) => {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`);
      return ((await answer.json()) as { data: { jsonLd: Record<string, unknown> } }).data.jsonLd;
    };
    const first = await jsonLd(signed as never);
    expect(JSON.stringify(first)).not.toContain('<');
    expect(first).toMatchObject({ headline: 'Bài ‹/script>‹b>', author: { '@type': 'Person', name: 'Lê Lan' } });
    expect(await jsonLd(unsigned as never)).toMatchObject({
      author: { '@type': 'GovernmentOrganization', name: 'Sở Y tế' },
    });
  });
});
