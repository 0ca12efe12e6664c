import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const REDIRECT = 'plugin::newsroom.redirect';

describe('a redirect by an editor', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const redirect = (from: string, to: string | null, data: object = {}) => write.redirect({ from, to, ...data });
  const ends = async () =>
    Object.fromEntries((await newsroom.sql('SELECT "from", "to" FROM redirects')).map(({ from, to }) => [from, to]));
  const get = (path: string, headers = {}) => fetch(newsroom.url + path, { redirect: 'manual', headers });
  const api = (path: string) => get(`/api/portal/v1${path}`);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterEach(() => newsroom.sql('DELETE FROM redirects'));
  afterAll(() => newsroom.stop());

  it('redirects visitors to a page of the portal, in any spelling of the address', async () => {
    await redirect('/portal/Pages/Giới-thiệu.aspx', '/gioi-thieu');
    for (const path of [
      '/portal/Pages/Gi%E1%BB%9Bi-thi%E1%BB%87u.aspx',
      '/PORTAL/pages/gi%e1%bb%9bi-thi%e1%bb%87u.aspx/',
      '/portal/Pages/Gi%E1%BB%9Bi-thi%E1%BB%87u.aspx?fbclid=x1',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([
        path,
        301,
        'http://127.0.0.1:1337/gioi-thieu',
      ]);
    }
    expect((await get('/portal/Pages/khac.aspx', { accept: 'text/html' })).status).toBe(404);
  });

  it('redirects in one step to the end of a chain, and never in a loop', async () => {
    const end = async (path: string) => (await get(path)).headers.get('location');
    await redirect('/b', '/c');
    await redirect('/a', '/B/');
    expect(await end('/a')).toBe('http://127.0.0.1:1337/c');
    await redirect('/c', '/d');
    expect([await end('/a'), await end('/b')]).toEqual(['http://127.0.0.1:1337/d', 'http://127.0.0.1:1337/d']);
    await expect(redirect('/d', '/a')).rejects.toThrow(/dẫn vòng trở lại/);
    for (const to of ['/E', '/e/', '/e?', '/e?utm_source=zalo', '/e/?fbclid=1#x', '/%65']) {
      await expect(redirect('/e', to)).rejects.toThrow(/dẫn vòng trở lại/);
    }
    const [row] = await newsroom.strapi.documents(REDIRECT).findMany({ filters: { from: '/c' } });
    await expect(
      newsroom.strapi.documents(REDIRECT).update({ documentId: row!.documentId, data: { from: '/d' } }),
    ).rejects.toThrow(/dẫn vòng trở lại/);
    expect(await ends()).toEqual({ '/a': '/B/', '/b': '/c', '/c': '/d' });
  });

  it('ends at a page in the chain, and reveals no step that has not begun', async () => {
    await redirect('/hom-nay', '/tin-tuc/dung-giua-duong');
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await redirect('/tin-tuc/dung-giua-duong', '/mai', { on: later });
    expect((await get('/hom-nay')).headers.get('location')).toMatch(/\/tin-tuc\/dung-giua-duong$/);
    await write.article({ slug: 'dung-giua-duong' });
    await newsroom.sql(`UPDATE redirects SET "on" = NULL`);
    expect(await (await api('/resolve?url=/hom-nay')).json()).toMatchObject({
      data: { outcome: 'moved', type: 'article', slug: 'dung-giua-duong' },
    });
  });

  it('redirects to an address with letters of any language', async () => {
    await redirect('/cu', '/giới-thiệu?mục=1#đầu');
    const location = (await get('/cu')).headers.get('location');
    expect(location).toBe('http://127.0.0.1:1337/gi%E1%BB%9Bi-thi%E1%BB%87u?m%E1%BB%A5c=1#%C4%91%E1%BA%A7u');
    await redirect('/cu-2', '/gi%E1%BB%9Bi-thi%E1%BB%87u');
    expect((await get('/cu-2')).headers.get('location')).toBe('http://127.0.0.1:1337/gi%E1%BB%9Bi-thi%E1%BB%87u');
  });

  it('makes no loop when two editors write its halves at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const halves = [redirect(`/x${round}`, `/y${round}`), redirect(`/y${round}`, `/x${round}`)];
      const outcomes = await Promise.allSettled(halves);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('is written by many editors at once without a deadlock', async () => {
    const rows = await Promise.all(Array.from({ length: 8 }, (_, index) => redirect(`/n${index}`, '/dich')));
    const documents = newsroom.strapi.documents(REDIRECT);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(rows.map(({ documentId }) => documents.update({ documentId, data: { to: `/dich-${round}` } })));
    }
    expect(new Set(Object.values(await ends()))).toEqual(new Set(['/dich-4']));
  });

  it.each([
    '/?trang=2',
    '/api/portal/v1/articles',
    '/api?x=1',
    '/admin',
    '/Uploads/a.png',
    '/%61pi/x',
    '/_health',
    '/readyz',
    '/metrics/',
    '/sitemap.xml',
    '/Sitemap-News.xml?x=1',
    '/sitemaps/2021-02.xml',
    '/robots.txt',
    '/favicon.ico',
  ])('is refused for an address of the system: %s', async (from) => {
    await expect(redirect(from, '/tin-tuc')).rejects.toThrow(/^“Địa chỉ cũ” phải là một trang của Cổng/);
  });

  it.each(['/', '/a/../b', '/a/./b'])(
    'is refused for an address without a last segment of its own: %s',
    async (from) => {
      await expect(redirect(from, '/tin-tuc')).rejects.toThrow(/^from: /);
    },
  );

  it.each(['/sitemap.aspx', '/sitemap-cu.xml', '/robots', '/metrics-2020', '/apis'])(
    'may start at a page whose name only begins like one of those: %s',
    async (from) => {
      await redirect(from, '/gioi-thieu');
      expect((await get(from)).status).toBe(301);
    },
  );

  it.each(['//evil.example/x', '/\\evil.example', 'https://evil.example', '/a b'])(
    'leads nowhere else: %s',
    async (to) => {
      await expect(redirect('/dau-day', to)).rejects.toThrow();
      expect(await ends()).toEqual({});
    },
  );

  it('needs a target, unless it says that the page is gone', async () => {
    await expect(redirect('/mot', null)).rejects.toThrow(/“Địa chỉ đích” còn trống/);
    await redirect('/mot', '/hai', { outcome: 'gone', reason: 'Hết hiệu lực.' });
    expect(await ends()).toEqual({ '/mot': null });
    expect((await get('/mot', { accept: 'text/html' })).status).toBe(410);
    expect(await (await api('/resolve?url=/mot')).json()).toMatchObject({
      data: { outcome: 'gone', type: 'page', slug: null, url: null, reason: 'Hết hiệu lực.' },
    });
  });

  it('applies to the address of a removed article, and yields to a visible one', async () => {
    const { documentId } = await write.article({ slug: 'da-xoa' });
    await write.article({ slug: 'thay-the' });
    await redirect('/tin-tuc/da-xoa', '/tin-tuc/thay-the', { reason: 'Gộp bài.' });
    expect((await api('/articles/da-xoa')).status).toBe(200);

    await newsroom.strapi.documents('plugin::newsroom.article').delete({ documentId });
    const answer = await api('/articles/da-xoa');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/api/portal/v1/articles/thay-the']);
    expect(await answer.json()).toMatchObject({ data: { outcome: 'moved', slug: 'thay-the', reason: 'Gộp bài.' } });
    expect((await get('/tin-tuc/da-xoa')).headers.get('location')).toMatch(/\/tin-tuc\/thay-the$/);
    expect(await (await api('/resolve?url=da-xoa')).json()).toMatchObject({ data: { slug: 'thay-the' } });

    const { documentId: heir } = await write.article({ slug: 'doi-ten' });
    await redirect('/tin-tuc/cu-hon', '/tin-tuc/doi-ten');
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId: heir, locale: 'vi', data: { slug: 'ten-moi' } as never });
    await documents.publish({ documentId: heir, locale: 'vi' });
    expect((await api('/articles/cu-hon')).headers.get('location')).toBe('/api/portal/v1/articles/ten-moi');
  });

  it('answers the API with the target’s facts where the contract has no such document', async () => {
    await redirect('/tin-tuc/thanh-trang', '/gioi-thieu');
    const answer = await api('/articles/thanh-trang');
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({
      error: { details: { outcome: 'moved', type: 'page', url: expect.stringMatching(/\/gioi-thieu$/) } },
    });
  });

  it('begins at the instant that its editor set', async () => {
    await redirect('/hen', '/sau', { on: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await api('/resolve?url=/hen')).status).toBe(404);
    await redirect('/nay', '/sau', { on: '2021-02-19T10:17:00Z' });
    expect(await (await api('/resolve?url=/nay')).json()).toMatchObject({ data: { on: '2021-02-19T17:17:00+07:00' } });
  });
});
