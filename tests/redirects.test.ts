import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const REDIRECT = 'plugin::newsroom.redirect';

describe('a redirect that an editor keeps', () => {
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

  it('leads visitors to a page of the portal, in whatever spelling they come', async () => {
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

  it('is collapsed with what it leads to and what leads to it, and never leads in a circle', async () => {
    await redirect('/b', '/c');
    await redirect('/a', '/B/');
    expect(await ends()).toEqual({ '/a': '/c', '/b': '/c' });
    await redirect('/c', '/d');
    expect(await ends()).toEqual({ '/a': '/d', '/b': '/d', '/c': '/d' });
    await expect(redirect('/d', '/a')).rejects.toThrow(/dẫn vòng trở lại/);
    await expect(redirect('/e', '/E')).rejects.toThrow(/dẫn vòng trở lại/);
    const [row] = await newsroom.strapi.documents(REDIRECT).findMany({ filters: { from: '/c' } });
    await expect(
      newsroom.strapi.documents(REDIRECT).update({ documentId: row!.documentId, data: { from: '/d' } }),
    ).rejects.toThrow(/dẫn vòng trở lại/);
  });

  it('makes no circle when two editors write its halves at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const halves = [redirect(`/x${round}`, `/y${round}`), redirect(`/y${round}`, `/x${round}`)];
      const outcomes = await Promise.allSettled(halves);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it.each(['/', '/api/portal/v1/articles', '/admin', '/Uploads/a.png', '/%61pi/x'])(
    'starts at no page of the system: %s',
    async (from) => {
      await expect(redirect(from, '/tin-tuc')).rejects.toThrow(/^“Địa chỉ cũ” phải là một trang của Cổng|^from /);
    },
  );

  it.each(['//evil.example/x', '/\\evil.example', 'https://evil.example', '/a b'])(
    'leads nowhere else: %s',
    async (to) => {
      await expect(redirect('/dau-day', to)).rejects.toThrow();
      expect(await ends()).toEqual({});
    },
  );

  it('leads somewhere, unless it says that the page is gone', async () => {
    await expect(redirect('/mot', null)).rejects.toThrow(/“Địa chỉ đích” còn trống/);
    await redirect('/mot', '/hai', { outcome: 'gone', reason: 'Hết hiệu lực.' });
    expect(await ends()).toEqual({ '/mot': null });
    expect((await get('/mot', { accept: 'text/html' })).status).toBe(410);
    expect(await (await api('/resolve?url=/mot')).json()).toMatchObject({
      data: { outcome: 'gone', type: 'page', slug: null, url: null, reason: 'Hết hiệu lực.' },
    });
  });

  it('takes an article’s former readers to where an editor says, and yields to an article that is there', async () => {
    const { documentId } = await write.article({ slug: 'da-xoa' });
    await write.article({ slug: 'thay-the' });
    await redirect('/tin-tuc/da-xoa', '/tin-tuc/thay-the', { reason: 'Gộp bài.' });
    expect((await api('/articles/da-xoa')).status).toBe(200);

    await newsroom.strapi.documents('plugin::newsroom.article').delete({ documentId });
    const answer = await api('/articles/da-xoa');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/api/portal/v1/articles/thay-the']);
    expect(await answer.json()).toMatchObject({ data: { outcome: 'moved', slug: 'thay-the', reason: 'Gộp bài.' } });
    expect((await get('/tin-tuc/da-xoa')).headers.get('location')).toMatch(/\/tin-tuc\/thay-the$/);

    const { documentId: heir } = await write.article({ slug: 'doi-ten' });
    await redirect('/tin-tuc/cu-hon', '/tin-tuc/doi-ten');
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId: heir, locale: 'vi', data: { slug: 'ten-moi' } as never });
    await documents.publish({ documentId: heir, locale: 'vi' });
    expect((await api('/articles/cu-hon')).headers.get('location')).toBe('/api/portal/v1/articles/ten-moi');
  });

  it('tells the front end of a page that the contract does not show, instead of sending it there', async () => {
    await redirect('/tin-tuc/thanh-trang', '/gioi-thieu');
    const answer = await api('/articles/thanh-trang');
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({
      error: { details: { outcome: 'moved', type: 'page', url: expect.stringMatching(/\/gioi-thieu$/) } },
    });
  });

  it('begins when its editor says', async () => {
    await redirect('/hen', '/sau', { on: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await api('/resolve?url=/hen')).status).toBe(404);
    await redirect('/nay', '/sau', { on: '2021-02-19T10:17:00Z' });
    expect(await (await api('/resolve?url=/nay')).json()).toMatchObject({ data: { on: '2021-02-19T17:17:00+07:00' } });
  });
});
