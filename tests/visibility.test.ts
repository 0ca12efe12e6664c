import { oneArticle } from '../src/contract';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const CANARY = 'chim-hoang-yen-4417';
const LISTS = ['/articles', '/articles?limit=50', '/latest-news', '/articles?from=1990-01-01&to=2999-12-31'];

describe('what is visible', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  const hidden: string[] = [];

  const hide = async (article: Promise<{ slug: string }>) => void hidden.push((await article).slug);
  const canary = () => ({ title: `${CANARY} ${hidden.length}`, summary: CANARY, body: body(paragraph(CANARY)) });
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const get = (path: string) => fetch(`${newsroom.url}/api/portal/v1${path}`);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    await write.article({ title: 'Bài ai cũng đọc được' });
    await hide(write.draft(canary()));
    await hide(write.article({ ...canary(), publishedOn: hours(5) }));
    await hide(write.article({ ...canary(), expiresOn: hours(-1), publishedOn: hours(-5) }));
    await hide(write.article({ ...canary(), withdrawnOn: hours(-1), withdrawalOutcome: 'gone' }));
  });
  afterAll(() => newsroom.stop());

  it.each(LISTS)('leaves out drafts, embargoed, expired and withdrawn articles from %s', async (path) => {
    const answer = await get(path);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('Bài ai cũng đọc được');
    expect(text).not.toContain(CANARY);
  });

  it('answers 404 for a slug that was never public, 410 for one that was', async () => {
    const answers = await Promise.all(hidden.map((slug) => get(`/articles/${slug}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 410, 410]);
    for (const answer of answers) expect(await answer.text()).not.toContain(CANARY);
  });

  it.each([
    'status=draft',
    'publicationState=preview',
    'hasPublishedVersion=false',
    'publicationFilter=modified',
    'preview=true',
    'filters[publishedAt][$null]=true',
    'filters%5Btitle%5D%5B%24contains%5D=chim',
    'populate=*',
    'sort=bodyText',
    'fields=bodyText',
    '_q=chim',
    'where[id]=1',
    'lookup[publishedAt]=null',
    '__proto__=x',
    'constructor=x',
  ])('refuses %s with a 400 without content', async (query) => {
    for (const path of ['/articles', '/latest-news', `/articles/${hidden[0]}`]) {
      const answer = await get(`${path}?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain(CANARY);
    }
  });

  it('has no REST routes of Strapi’s own for the content types', async () => {
    for (const path of ['/api/articles', '/api/newsroom/articles', '/api/agencies', '/api/redirects']) {
      expect((await fetch(newsroom.url + path)).status).toBe(404);
    }
  });

  it('shows an article withdrawn with a notice at its own address only', async () => {
    const photo = await write.picture();
    const { slug } = await write.article({
      title: 'Bài đã gỡ',
      summary: 'Tóm tắt không còn hiện.',
      body: body(paragraph('Phần thân không còn hiện.'), figure(photo.documentId, 'Ảnh không còn hiện.')),
      withdrawnOn: hours(-1),
      withdrawalOutcome: 'notice-without-body',
      withdrawalReason: 'Số liệu chưa được kiểm chứng.',
    });
    const { data } = oneArticle.parse(await (await get(`/articles/${slug}`)).json());
    expect(data.withdrawal).toMatchObject({ reason: 'Số liệu chưa được kiểm chứng.' });
    expect(data.availableLocales).toMatchObject([{ locale: 'vi', slug }]);
    expect(JSON.stringify(data)).not.toMatch(/không còn hiện/);
    expect(await (await get('/articles?limit=50')).text()).not.toContain('Bài đã gỡ');
  });

  it('ends an embargo by itself, and limits max-age to that instant', async () => {
    const from = Date.now();
    await write.article();
    const publishedOn = new Date(Date.now() + 1_500 + 4 * (Date.now() - from));
    const { slug } = await write.article({ title: 'Hẹn giờ', publishedOn: publishedOn.toISOString() });
    const before = await get('/latest-news');
    const maxAge = Number(/max-age=(\d+)/.exec(before.headers.get('cache-control') ?? '')?.[1]);
    expect(maxAge * 1_000).toBeLessThanOrEqual(publishedOn.getTime() - Date.now() + 1_000);
    expect((await get(`/articles/${slug}`)).status).toBe(404);

    await new Promise((resolve) => setTimeout(resolve, publishedOn.getTime() - Date.now() + 100));
    expect((await get(`/articles/${slug}`)).status).toBe(200);
    expect(await (await get('/latest-news')).text()).toContain('Hẹn giờ');
  });

  it('sets a missing publication time by the database’s clock, and keeps it when published again', async () => {
    const before = Date.now();
    const { documentId, slug } = await write.article();
    const rows = () =>
      newsroom.sql('SELECT published_on FROM articles WHERE document_id = $1 ORDER BY id', [documentId]);
    const [draft, published] = await rows();
    expect(draft!.published_on).toEqual(published!.published_on);
    expect(Math.abs((published!.published_on as Date).getTime() - before)).toBeLessThan(5_000);

    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId, locale: 'vi', data: { summary: 'Thêm tóm tắt.' } as never });
    await documents.publish({ documentId, locale: 'vi' });
    const again = await rows();
    expect(again.map((row) => row.published_on)).toEqual([draft!.published_on, draft!.published_on]);
    expect((await get(`/articles/${slug}`)).status).toBe(200);
  });
});
