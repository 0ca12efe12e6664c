import { oneAddress, oneArticle } from '../src/contract';
import { body, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const DIRECTIVE = 'plugin::public-record.directive';
const BASE = '/api/portal/v1';
const PAGE = 'http://127.0.0.1:1337/chi-dao-dieu-hanh';

const linking = (...hrefs: string[]) =>
  body({
    type: 'paragraph',
    content: hrefs.map((href) => ({ type: 'text', text: 'văn bản', marks: [{ type: 'link', attrs: { href } }] })),
  });

describe('the addresses of directives', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (path: string) => fetch(newsroom.url + path, { redirect: 'manual' });
  const resolve = async (url: string) => {
    const answer = await get(`${BASE}/resolve?url=${encodeURIComponent(url)}`);
    expect([url, answer.status]).toEqual([url, 200]);
    return oneAddress.parse(await answer.json()).data;
  };
  const documents = () => documentsOf(newsroom.strapi)(DIRECTIVE);
  const rename = (documentId: string, slug: string) =>
    documents().update({ documentId, locale: 'vi', data: { slug }, status: 'published' });
  const cites = async (slug: string, query = '') =>
    oneArticle.parse(await (await get(`${BASE}/articles/${slug}${query}`)).json()).data.cites;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('lead on from every former slug, and say what is gone', async () => {
    const { documentId } = await write.directive({ slug: 'mot' });
    await rename(documentId, 'hai');
    await rename(documentId, 'ba');
    for (const former of ['mot', 'hai']) {
      const answer = await get(`${BASE}/directives/${former}?locale=vi`);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `${BASE}/directives/ba`]);
      const moved = { outcome: 'moved', type: 'directive', slug: 'ba', url: `${PAGE}/ba`, on: expect.any(String) };
      expect(oneAddress.parse(await answer.json()).data).toMatchObject(moved);
      expect(await resolve(`/chi-dao-dieu-hanh/${former}`)).toMatchObject(moved);
      expect(await resolve(former)).toMatchObject(moved);
    }
    const current = { outcome: 'current', type: 'directive', slug: 'ba', url: `${PAGE}/ba`, on: null };
    for (const url of ['ba', '/chi-dao-dieu-hanh/ba/?utm_source=x#y', `${PAGE}/ba`]) {
      expect(await resolve(url)).toMatchObject(current);
    }
    expect((await get(`${BASE}/resolve?url=/tin-tuc/ba`)).status).toBe(404);

    await documents().unpublish({ documentId, locale: 'vi' });
    for (const slug of ['mot', 'hai', 'ba']) {
      const answer = await get(`${BASE}/directives/${slug}`);
      expect([slug, answer.status]).toEqual([slug, 410]);
      expect((await answer.json()).error.details).toMatchObject({ outcome: 'gone', type: 'directive', url: null });
    }
    expect(await resolve('/chi-dao-dieu-hanh/ba')).toMatchObject({ outcome: 'gone', slug: null });
    await documents().publish({ documentId, locale: 'vi' });
    expect((await get(`${BASE}/directives/ba`)).status).toBe(200);
    await documents().delete({ documentId, locale: '*' });
    expect((await get(`${BASE}/directives/ba`)).status).toBe(410);
    expect((await get(`${BASE}/directives/chua-bao-gio`)).status).toBe(404);
  });

  it('are followed by redirects of editors, and checked in texts', async () => {
    await write.directive({ slug: 'dich' });
    await write.redirect({ from: '/van-ban/cu.aspx', to: '/chi-dao-dieu-hanh/dich' });
    expect(await resolve('/van-ban/cu.aspx')).toMatchObject({ outcome: 'moved', type: 'directive', slug: 'dich' });
    const links = newsroom.strapi.plugin('portal-feeds').service('links');
    const asked = ['/chi-dao-dieu-hanh/dich', '/chi-dao-dieu-hanh/khong-co', '/en/chi-dao-dieu-hanh/dich'];
    expect(await links.broken(asked, 'vi', async () => new Set())).toEqual(asked.slice(1));
  });

  it('are what an article cites by its links', async () => {
    const first = await write.directive({ number: '1/QĐ-DAN', slug: 'dan-cu' });
    await rename(first.documentId, 'dan-mot');
    const second = await write.directive({ number: '2/QĐ-DAN', slug: 'dan-hai' });
    await documents().update({
      documentId: second.documentId,
      locale: 'en',
      data: { slug: 'cited-two', abstract: 'In English', agency: (await write.agency()).documentId },
      status: 'published',
    });
    const draft = await write.directive({ number: '3/QĐ-DAN', slug: 'dan-nhap' }, { status: 'draft' });
    const article = await write.article({
      slug: 'bai-dan',
      body: linking(
        `${PAGE}/dan-hai?a=1&b=2#c`,
        '/chi-dao-dieu-hanh/dan-cu',
        '/chi-dao-dieu-hanh/dan-mot',
        '/chi-dao-dieu-hanh/dan-nhap',
        'https://khac.example/chi-dao-dieu-hanh/dan-mot',
        '/tin-tuc/dan-mot',
        '/chi-dao-dieu-hanh/dan-mot/them',
      ),
    });
    const one = { id: first.documentId, number: '1/QĐ-DAN', slug: 'dan-mot' };
    const two = { id: second.documentId, number: '2/QĐ-DAN', slug: 'dan-hai' };
    expect(await cites('bai-dan')).toEqual([two, one]);

    await documents().publish({ documentId: draft.documentId, locale: 'vi' });
    expect(await cites('bai-dan')).toEqual([
      two,
      one,
      { ...one, id: draft.documentId, number: '3/QĐ-DAN', slug: 'dan-nhap' },
    ]);
    await documents().unpublish({ documentId: draft.documentId, locale: 'vi' });
    await documents().unpublish({ documentId: second.documentId, locale: '*' });
    expect(await cites('bai-dan')).toEqual([one]);

    await documentsOf(newsroom.strapi)('plugin::newsroom.article').update({
      documentId: article.documentId,
      locale: 'en',
      data: {
        title: 'Citing',
        slug: 'citing',
        body: linking('/en/chi-dao-dieu-hanh/cited-two', '/chi-dao-dieu-hanh/dan-mot'),
      },
      status: 'published',
    });
    await documents().publish({ documentId: second.documentId, locale: '*' });
    expect(await cites('citing', '?locale=en')).toEqual([{ ...two, slug: 'cited-two' }, one]);
    const { article: preview } = await newsroom.strapi
      .plugin('portal-feeds')
      .service('drafts')
      .article(article.documentId, 'vi');
    expect(preview.cites).toEqual([two, one]);
    await documentsOf(newsroom.strapi)('plugin::newsroom.article').update({
      documentId: article.documentId,
      locale: 'vi',
      data: { body: body(paragraph('Không dẫn văn bản nào.')) },
      status: 'published',
    });
    expect(await cites('bai-dan')).toEqual([]);
  });
});
