import { oneAddress } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('/resolve', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (path: string) => fetch(newsroom.url + path, { redirect: 'manual' });
  const ask = (url: string, query = '') => get(`/api/portal/v1/resolve?url=${encodeURIComponent(url)}${query}`);
  const resolve = async (url: string, query?: string) => {
    const answer = await ask(url, query);
    expect([url, answer.status]).toEqual([url, 200]);
    return oneAddress.parse(await answer.json()).data;
  };
  const documents = (uid: string) => newsroom.strapi.documents(`plugin::${uid}` as 'plugin::newsroom.article');
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const page = (path: string) => `http://127.0.0.1:1337${path}`;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('resolves a current document by address, path and slug, in its language', async () => {
    const { documentId } = await write.article({ slug: 'dang-co' });
    await documents('newsroom.article').update({
      documentId,
      locale: 'en',
      data: { title: 'Here', slug: 'here' } as never,
    });
    await documents('newsroom.article').publish({ documentId, locale: 'en' });
    const current = { outcome: 'current', type: 'article', slug: 'dang-co', url: page('/tin-tuc/dang-co'), on: null };
    for (const url of ['dang-co', '/tin-tuc/dang-co', '/tin-tuc/dang-co/?utm_source=x#y', page('/tin-tuc/dang-co')]) {
      expect(await resolve(url)).toMatchObject(current);
    }
    const english = { outcome: 'current', slug: 'here', url: page('/en/tin-tuc/here') };
    expect(await resolve('/en/tin-tuc/here')).toMatchObject(english);
    expect(await resolve('here', '&locale=en')).toMatchObject(english);
    expect((await ask('here')).status).toBe(404);
    expect((await ask('/fr/tin-tuc/here')).status).toBe(404);
    expect((await ask('here', '&locale=fr')).status).toBe(400);
    await write.agency({ slug: 'ubnd-tinh' });
    expect(await resolve('/en/co-quan/ubnd-tinh')).toMatchObject({ url: page('/en/co-quan/ubnd-tinh') });
    expect((await ask('/fr/co-quan/ubnd-tinh')).status).toBe(404);
  });

  it.each([
    ['category', 'newsroom.category', '/chuyen-muc', null],
    ['agency', 'directory.agency', '/co-quan', '/agencies'],
    ['official', 'directory.official', '/can-bo', '/officials'],
  ] as const)('resolves every slug that a document ever had: %s', async (type, uid, pages, path) => {
    const { documentId } = await write[type]({ slug: `${type}-mot`, name: 'Một' });
    const rename = (slug: string) => documents(uid).update({ documentId, data: { slug } as never });
    await rename(`${type}-hai`);
    await rename(`${type}-ba`);
    for (const former of ['mot', 'hai']) {
      const moved = { outcome: 'moved', type, slug: `${type}-ba`, url: page(`${pages}/${type}-ba`) };
      expect(await resolve(`${pages}/${type}-${former}`)).toMatchObject({ ...moved, on: expect.any(String) });
      expect(await resolve(`${type}-${former}`)).toMatchObject(moved);
    }
    await rename(`${type}-mot`);
    expect(await resolve(`${type}-mot`)).toMatchObject({ outcome: 'current', on: null });
    if (path) {
      const answer = await get(`/api/portal/v1${path}/${type}-ba?at=2024-01-01`);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        301,
        `/api/portal/v1${path}/${type}-mot?at=2024-01-01`,
      ]);
    }
    await documents(uid).delete({ documentId });
    expect(await resolve(`${pages}/${type}-ba`)).toMatchObject({ outcome: 'gone', type, slug: null, url: null });
    if (path) expect((await get(`/api/portal/v1${path}/${type}-mot`)).status).toBe(410);
  });

  it('resolves an address of the old portal, on any host, to its article, also after that moved', async () => {
    const legacyUrl = '/portal/Pages/2021-2-19/Báo-cáo.aspx?ID=7';
    const { documentId } = await write.article({ slug: 'bao-cao', legacyUrl, expiresOn: hours(9) });
    const moved = { outcome: 'moved', type: 'article', slug: 'bao-cao', on: null };
    const newsletter = `${legacyUrl}&mc_eid=1&_gl=2#top`;
    for (const url of [
      legacyUrl,
      newsletter,
      `http://thanhhoa.gov.vn${legacyUrl}`,
      `www.thanhhoa.gov.vn${legacyUrl}&fbclid=1`,
    ]) {
      expect(await resolve(url)).toMatchObject(moved);
    }
    expect(await resolve(encodeURI(legacyUrl).toUpperCase())).toMatchObject(moved);
    await write.article({ slug: 'co-dau-vet', legacyUrl: '/cu/tin.aspx?ID=8&mc_cid=1' });
    expect(await resolve('/cu/tin.aspx?ID=8&mc_cid=1')).toMatchObject({ ...moved, slug: 'co-dau-vet', on: null });
    const visit = await get(encodeURI(legacyUrl));
    expect([visit.status, visit.headers.get('location')]).toEqual([301, page('/tin-tuc/bao-cao')]);

    await documents('newsroom.article').delete({ documentId });
    expect(await resolve(legacyUrl)).toMatchObject({ outcome: 'gone', type: 'article', on: expect.any(String) });
    expect((await get(encodeURI(legacyUrl))).status).toBe(410);
  });

  it('keeps an old address that was removed from its article, and the requested language', async () => {
    const { documentId } = await write.article({ slug: 'hai-tieng', legacyUrl: '/cu/hai-tieng.html' });
    const english = { title: 'Two', slug: 'two-languages' };
    await documents('newsroom.article').update({ documentId, locale: 'en', data: english as never });
    await documents('newsroom.article').publish({ documentId, locale: 'en' });
    await documents('newsroom.article').update({ documentId, locale: 'vi', data: { legacyUrl: '' } as never });
    await documents('newsroom.article').publish({ documentId, locale: 'vi' });
    expect(await resolve('/cu/hai-tieng.html')).toMatchObject({ slug: 'hai-tieng' });
    expect(await resolve('/cu/hai-tieng.html', '&locale=en')).toMatchObject({ slug: 'two-languages' });
  });

  it('resolves an old address to the article that has it now, not to one that had it by mistake', async () => {
    const legacyUrl = '/cu/nham.aspx?x=b%20c&flag';
    const { documentId } = await write.article({ slug: 'nham', legacyUrl, publishedOn: hours(-1) });
    await documents('newsroom.article').update({ documentId, locale: 'vi', data: { legacyUrl: '' } as never });
    await documents('newsroom.article').publish({ documentId, locale: 'vi' });
    await write.article({ slug: 'dung-bai', legacyUrl, publishedOn: hours(-99) });
    expect(await resolve(`${legacyUrl}&utm_source=zalo`)).toMatchObject({ slug: 'dung-bai' });
    await expect(
      write.article({ legacyUrl: 'http://thanhhoa.gov.vn/CU/nham.aspx?x=b c&flag&fbclid=1' }),
    ).rejects.toThrow(/“Địa chỉ ở cổng cũ” đã thuộc một bài viết khác/);
  });

  it('does not resolve what was never public', async () => {
    await write.draft({ slug: 'chi-nhap', legacyUrl: '/cu/nhap.html' });
    const { documentId } = await write.article({ slug: 'hen', legacyUrl: '/cu/hen.html', publishedOn: hours(5) });
    const unknown = async () => {
      for (const url of [
        'chi-nhap',
        '/tin-tuc/hen',
        '/cu/nhap.html',
        '/cu/hen.html',
        'khong-he-co',
        '/',
        '%00',
        '%ff',
      ]) {
        expect([url, (await ask(url)).status]).toEqual([url, 404]);
      }
    };
    await unknown();
    await documents('newsroom.article').unpublish({ documentId, locale: 'vi' });
    await unknown();
  });

  it('answers for a withdrawn article: current with a notice, moved, or gone with the reason', async () => {
    const withdrawn = { publishedOn: hours(-9), withdrawnOn: hours(-1), withdrawalReason: 'Sai số liệu.' };
    await write.article({ slug: 'con-doc', ...withdrawn, withdrawalOutcome: 'notice' });
    await write.article({ slug: 'da-go', ...withdrawn, withdrawalOutcome: 'gone' });
    await write.article({ slug: 'da-chuyen', ...withdrawn, withdrawalOutcome: 'moved', movedTo: 'con-doc-2' });
    await write.article({ slug: 'con-doc-2' });
    expect(await resolve('con-doc')).toMatchObject({ outcome: 'current', on: null });
    expect(await resolve('da-go')).toMatchObject({ outcome: 'gone', reason: 'Sai số liệu.', on: expect.any(String) });
    expect(await resolve('da-chuyen')).toMatchObject({ outcome: 'moved', slug: 'con-doc-2' });
    await write.article({ slug: 'chuyen-truoc', ...withdrawn, withdrawalOutcome: 'moved', movedTo: 'da-chuyen' });
    const [heir] = await newsroom.sql(`SELECT document_id FROM articles WHERE slug = 'con-doc-2' LIMIT 1`);
    const documentId = heir!.document_id as string;
    await documents('newsroom.article').update({ documentId, locale: 'vi', data: { slug: 'con-doc-3' } as never });
    await documents('newsroom.article').publish({ documentId, locale: 'vi' });
    for (const slug of ['da-chuyen', 'chuyen-truoc']) expect(await resolve(slug)).toMatchObject({ slug: 'con-doc-3' });
  });

  it('refuses a missing, repeated or too long address, naming the parameter', async () => {
    for (const query of ['', '?url=', '?url=a&url=b', `?url=${'a'.repeat(2001)}`, '?url=a%00']) {
      const answer = await get(`/api/portal/v1/resolve${query}`);
      expect([query.slice(0, 20), answer.status]).toEqual([query.slice(0, 20), 400]);
      expect(await answer.json()).toMatchObject({ error: { details: { parameter: 'url' } } });
    }
  });

  it('gives the portal’s pages their status: 404 for an unknown address, 410 for a removed page', async () => {
    await write.article({ slug: 'con-day' });
    const { documentId } = await write.article({ slug: 'mat-roi' });
    await documents('newsroom.article').delete({ documentId });
    const statuses = ['/', '/tin-tuc', '/tin-tuc/con-day', '/tin-tuc/mat-roi', '/tin-tuc/chua-tung'].map(
      async (path) => (await fetch(newsroom.url + path, { headers: { accept: 'text/html' } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 410, 404]);

    const visible = await get('/tin-tuc/con-day');
    const known = { 'if-none-match': visible.headers.get('etag')!, 'cache-control': 'max-age=0' };
    const revisit = (slug: string) => fetch(`${newsroom.url}/tin-tuc/${slug}`, { headers: known });
    expect([(await revisit('con-day')).status, (await revisit('mat-roi')).status]).toEqual([304, 410]);
    expect(await (await revisit('mat-roi')).text()).toContain('<html');
  });
});
