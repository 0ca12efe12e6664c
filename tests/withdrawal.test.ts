import { oneArticle } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLE = 'plugin::newsroom.article';

describe('a published article', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let lan: Session;

  const read = (slug: string) => fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`, { redirect: 'manual' });
  const act = (documentId: string, what: string, body: object = {}) =>
    lan.ask('POST', `/publishing-desk/articles/${documentId}/${what}?locale=vi`, body);
  const documents = () => newsroom.strapi.documents(ARTICLE);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
  });
  afterAll(() => newsroom.stop());

  it('is withdrawn with a notice at once, without publishing the draft, and reinstated', async () => {
    const { documentId } = await write.article({ slug: 'rut', title: 'Bài đã đăng' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Chưa xong' } as never });
    const taken = await act(documentId, 'withdraw', { outcome: 'notice', reason: 'Số liệu sai.' });
    expect(taken.status).toBe(200);
    const { data } = oneArticle.parse(await (await read('rut')).json());
    expect(data).toMatchObject({ title: 'Bài đã đăng', withdrawal: { reason: 'Số liệu sai.' } });
    expect((await act(documentId, 'reinstate')).status).toBe(200);
    expect(oneArticle.parse(await (await read('rut')).json()).data.withdrawal).toBeNull();
    const rows = await newsroom.sql(`SELECT action FROM desk.audit WHERE document_id = $1 ORDER BY id`, [documentId]);
    expect(rows.map(({ action }) => action)).toEqual(['create', 'update', 'withdraw', 'reinstate']);
  });

  it('is withdrawn as gone, or as moved to another article', async () => {
    const { documentId: gone } = await write.article({ slug: 'mat' });
    await act(gone, 'withdraw', { outcome: 'gone', reason: 'Trùng bài.' });
    expect((await read('mat')).status).toBe(410);

    const { documentId: moved } = await write.article({ slug: 'gop' });
    const nowhere = await act(moved, 'withdraw', { outcome: 'moved', reason: 'Gộp.', movedTo: 'khong-co' });
    expect([nowhere.status, await nowhere.json()]).toMatchObject([400, { error: { message: 'desk.no-successor' } }]);
    const itself = await act(moved, 'withdraw', { outcome: 'moved', reason: 'Gộp.', movedTo: 'gop' });
    expect(itself.status).toBe(400);
    await write.article({ slug: 'gop-vao' });
    await act(moved, 'withdraw', { outcome: 'moved', reason: 'Gộp.', movedTo: 'gop-vao' });
    expect((await read('gop')).headers.get('location')).toBe('/api/portal/v1/articles/gop-vao');
  });

  it('is corrected with a public note, and published again without one otherwise', async () => {
    const publishedOn = '2021-02-19T10:17:00.000Z';
    const { documentId } = await write.article({ slug: 'sua', publishedOn, title: 'Lỗi chính tả' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Đúng chính tả' } as never });
    await documents().publish({ documentId, locale: 'vi' });
    const minor = oneArticle.parse(await (await read('sua')).json()).data;
    expect(minor).toMatchObject({ title: 'Đúng chính tả', corrections: [], updatedOn: minor.publishedOn });

    await documents().update({ documentId, locale: 'vi', data: { title: 'Số đúng' } as never });
    expect((await act(documentId, 'correct', { note: 'Sửa số liệu ở đoạn hai.' })).status).toBe(200);
    const major = oneArticle.parse(await (await read('sua')).json()).data;
    expect(major).toMatchObject({
      title: 'Số đúng',
      publishedOn: '2021-02-19T17:17:00+07:00',
      corrections: [{ note: 'Sửa số liệu ở đoạn hai.', on: major.updatedOn }],
    });
    expect(Date.now() - new Date(major.updatedOn).getTime()).toBeLessThan(60_000);
    await act(documentId, 'correct', { note: 'Lần hai.' });
    const { corrections } = oneArticle.parse(await (await read('sua')).json()).data;
    expect(corrections.map(({ note }) => note)).toEqual(['Sửa số liệu ở đoạn hai.', 'Lần hai.']);
  });

  it('can be withdrawn only when published, with a reason, and with the permission to publish', async () => {
    const { documentId: draft } = await write.draft();
    for (const [what, body] of [
      ['withdraw', { outcome: 'gone', reason: 'x' }],
      ['reinstate', {}],
      ['correct', { note: 'x' }],
    ] as const) {
      const refused = await act(draft, what, body);
      expect([what, refused.status, await refused.json()]).toMatchObject([
        what,
        400,
        { error: { message: 'desk.not-published' } },
      ]);
    }
    const { documentId } = await write.article();
    for (const body of [{}, { outcome: 'gone' }, { outcome: 'gone', reason: ' ' }, { outcome: 'lost', reason: 'x' }]) {
      expect((await act(documentId, 'withdraw', body)).status).toBe(400);
    }
    expect((await act(documentId, 'correct', { note: '' })).status).toBe(400);
    const author = await signIn(newsroom, 'strapi-author', 'khach@example.vn');
    const path = `/publishing-desk/articles/${documentId}/withdraw`;
    expect((await author.ask('POST', path, { outcome: 'gone', reason: 'x' })).status).toBe(403);
  });
});
