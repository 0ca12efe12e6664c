import { oneAddress } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';

describe('the address of an article', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (slug: string, query = '') =>
    fetch(`${newsroom.url}/api/portal/v1/articles/${slug}${query}`, { redirect: 'manual' });
  const status = async (slug: string) => (await get(slug)).status;
  const documents = () => newsroom.strapi.documents(ARTICLE);
  const publish = async (documentId: string, data: object, locale = 'vi') => {
    await documents().update({ documentId, locale, data: data as never });
    await documents().publish({ documentId, locale });
  };
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('redirects every former slug to the current one, also when a former slug becomes current again', async () => {
    const { documentId } = await write.article({ slug: 'mot' });
    await publish(documentId, { slug: 'hai' });
    await publish(documentId, { slug: 'ba' });
    for (const former of ['mot', 'hai']) {
      const answer = await get(former);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, '/api/portal/v1/articles/ba']);
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=[0-5]$/);
      expect(oneAddress.parse(await answer.json()).data).toMatchObject({
        outcome: 'moved',
        slug: 'ba',
        url: expect.stringMatching(/\/tin-tuc\/ba$/),
        on: expect.stringContaining('+07:00'),
      });
    }
    await publish(documentId, { slug: 'mot' });
    expect([await status('mot'), await status('ba')]).toEqual([200, 301]);
  });

  it('is gone once the article is unpublished or deleted, with the time', async () => {
    const { documentId } = await write.article({ slug: 'rut-xuong' });
    await documents().unpublish({ documentId, locale: 'vi' });
    const answer = await get('rut-xuong');
    expect(answer.status).toBe(410);
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=[0-5]$/);
    expect(await answer.json()).toMatchObject({
      data: null,
      error: { status: 410, details: { outcome: 'gone', on: expect.stringContaining('+07:00') } },
    });
    await documents().publish({ documentId, locale: 'vi' });
    expect(await status('rut-xuong')).toBe(200);
    await documents().delete({ documentId });
    expect(await status('rut-xuong')).toBe(410);
  });

  it('is unknown while the article is a draft or under embargo, also when unpublished before its embargo ends', async () => {
    await write.draft({ slug: 'nhap' });
    const { documentId } = await write.article({ slug: 'hen-gio', publishedOn: hours(5) });
    expect([await status('nhap'), await status('hen-gio')]).toEqual([404, 404]);
    await publish(documentId, { slug: 'hen-gio-2' });
    expect([await status('hen-gio'), await status('hen-gio-2')]).toEqual([404, 404]);
    await documents().unpublish({ documentId, locale: 'vi' });
    expect([await status('hen-gio'), await status('hen-gio-2')]).toEqual([404, 404]);
  });

  it('is a 404, not a 410, while a published article is put under embargo', async () => {
    const { documentId } = await write.article({ slug: 'da-dang' });
    await publish(documentId, { publishedOn: hours(5) });
    expect(await status('da-dang')).toBe(404);
  });

  it('names the reason of a withdrawal, and redirects where an editor moved the article', async () => {
    const withdrawn = { withdrawnOn: hours(-1), publishedOn: hours(-9) };
    await write.article({ slug: 'go-bo', ...withdrawn, withdrawalOutcome: 'gone', withdrawalReason: 'Trùng bài.' });
    expect(await (await get('go-bo')).json()).toMatchObject({
      error: { status: 410, details: { reason: 'Trùng bài.' } },
    });

    await write.article({ slug: 'bai-gop' });
    await write.article({ slug: 'da-gop', ...withdrawn, withdrawalOutcome: 'moved', movedTo: 'bai-gop' });
    const answer = await get('da-gop');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/api/portal/v1/articles/bai-gop']);
  });

  it('belongs to its present owner: another article with a former slug is shown there', async () => {
    const { documentId } = await write.article({ slug: 'dung-lai' });
    await publish(documentId, { slug: 'dung-lai-cu' });
    await write.article({ slug: 'dung-lai', title: 'Bài mới' });
    const answer = await get('dung-lai');
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Bài mới')]);
  });

  it('is not taken by a draft of another agency, but by one of its own', async () => {
    const [own, other] = [(await write.agency()).documentId, (await write.agency()).documentId];
    const { documentId } = await write.article({ slug: 'cua-so', agency: own });
    await publish(documentId, { slug: 'cua-so-moi' });
    const articles = `/content-manager/collection-types/${ARTICLE}`;
    const draft = { title: 'Chiếm chỗ', slug: 'cua-so' };

    const foreign = await staff(newsroom, 'desk-reporter', other);
    const created = await foreign.ask('POST', `${articles}?locale=vi`, draft);
    expect([created.status, await created.json()]).toMatchObject([
      400,
      {
        error: {
          message: expect.stringContaining('“Đường dẫn” này từng là địa chỉ'),
          details: { errors: [{ path: ['slug'] }] },
        },
      },
    ]);
    const renamed = await write.draft({ agency: other });
    const saved = await foreign.ask('PUT', `${articles}/${renamed.documentId}?locale=vi`, draft);
    expect(saved.status).toBe(400);
    expect(await status('cua-so')).toBe(301);

    const colleague = await staff(newsroom, 'desk-reporter', own);
    expect((await colleague.ask('POST', `${articles}?locale=vi`, draft)).status).toBe(201);
  });

  it('is separate in each language', async () => {
    const { documentId } = await write.article({ slug: 'tieng-viet' });
    await publish(documentId, { title: 'English', slug: 'english' }, 'en');
    await publish(documentId, { slug: 'english-2' }, 'en');
    const answer = await get('english', '?locale=en');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      '/api/portal/v1/articles/english-2?locale=en',
    ]);
    expect(await status('english')).toBe(404);
  });
});
