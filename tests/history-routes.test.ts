import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLE = 'plugin::newsroom.article';

type Change = { id: number; action: string; by: { name: string }; after: { revision: number }; hasVersion: boolean };

describe('the history of a document', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let lan: Session;

  const documents = () => newsroom.strapi.documents(ARTICLE);
  const path = (documentId: string, rest = '') => `/publishing-desk/history/${ARTICLE}/${documentId}${rest}`;
  const read = async <Data>(where: string): Promise<Data> => {
    const answer = await lan.ask('GET', where);
    expect([where, answer.status]).toEqual([where, 200]);
    return ((await answer.json()) as { data: Data }).data;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
  });
  afterAll(() => newsroom.stop());

  it('shows each change, newest first, and the content of each', async () => {
    const { documentId } = await write.draft({ title: 'Bản đầu' });
    const update = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=vi`;
    await lan.ask('PUT', update, { title: 'Bản hai' });
    const changes = await read<Change[]>(path(documentId, '?locale=vi'));
    expect(changes.map(({ action, by, after, hasVersion }) => [action, by.name, after.revision, hasVersion])).toEqual([
      ['update', 'Biên tập', 2, true],
      ['create', null, 1, true],
    ]);
    const first = await read<{ content: { title: string } }>(path(documentId, `/${changes[1]!.id}`));
    expect(first.content.title).toBe('Bản đầu');
    expect(await read(path(documentId, `?locale=vi&before=${changes[1]!.id}`))).toEqual([]);
  });

  it('restores a version as a change like any other, with the relations that still exist', async () => {
    const [kept, lost] = [await write.agency(), await write.agency()];
    const picture = await write.picture();
    const { documentId } = await write.draft({
      title: 'Bản đầu',
      body: body(paragraph('Lời đầu.')),
      agencies: [kept.documentId, lost.documentId],
      cover: picture.id,
    });
    const later = { title: 'Bản sau', body: body(paragraph('Lời sau.')), agencies: [], cover: null };
    await documents().update({ documentId, locale: 'vi', data: later as never });
    await newsroom.strapi.documents('plugin::directory.agency').delete({ documentId: lost.documentId });
    const [, first] = await read<Change[]>(path(documentId, '?locale=vi'));

    expect((await lan.ask('POST', path(documentId, `/${first!.id}/restore`), {})).status).toBe(200);
    const restored = await documents().findOne({ documentId, locale: 'vi', populate: ['agencies', 'cover'] as never });
    expect(restored).toMatchObject({
      title: 'Bản đầu',
      revision: 3,
      agencies: [{ documentId: kept.documentId }],
      cover: { id: picture.id },
      bodyText: 'Lời đầu.',
    });
    expect((await read<Change[]>(path(documentId, '?locale=vi')))[0]).toMatchObject({
      action: 'update',
      by: { name: 'Biên tập' },
    });
  });

  it('restores text, and never when an article is shown or what the desk set', async () => {
    const first = { title: 'Bản đầu', publishedOn: '2026-01-05T01:00:00.000Z', expiresOn: '2027-01-05T01:00:00.000Z' };
    const { documentId } = await write.draft(first);
    const later = {
      title: 'Bản sau',
      publishedOn: '2026-02-05T01:00:00.000Z',
      expiresOn: null,
      updatedOn: '2026-02-06T01:00:00.000Z',
      withdrawnOn: '2026-02-07T01:00:00.000Z',
      withdrawalOutcome: 'gone',
    };
    await documents().update({ documentId, locale: 'vi', data: later as never });
    const [, { id }] = (await read<Change[]>(path(documentId, '?locale=vi'))) as [Change, Change];
    const { kept } = await read<{ kept: string[] }>(path(documentId, `/${id}`));
    expect(kept).toEqual(expect.arrayContaining(['publishedOn', 'expiresOn', 'updatedOn', 'withdrawnOn']));
    expect((await lan.ask('POST', path(documentId, `/${id}/restore`), {})).status).toBe(200);
    expect(await documents().findOne({ documentId, locale: 'vi' })).toMatchObject({ ...later, title: 'Bản đầu' });
  });

  it('restores what languages share only when that is asked for', async () => {
    const { documentId } = await write.draft({ title: 'Bản đầu', author: 'Thu Hà', sourceName: 'Báo Thanh Hóa' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Bản sau', author: 'Minh Châu' } });
    const [, { id }] = (await read<Change[]>(path(documentId, '?locale=vi'))) as [Change, Change];
    const shared = async () => (await read<{ shared: string[] }>(path(documentId, `/${id}`))).shared;
    expect(await shared()).toEqual([]);
    await documents().update({ documentId, locale: 'en', data: { title: 'In English' } });
    expect(await shared()).toEqual(expect.arrayContaining(['author', 'cover', 'sourceName']));
    expect(await shared()).not.toContain('title');

    const authors = () =>
      newsroom.sql('SELECT locale, title, author FROM articles WHERE document_id = $1 ORDER BY locale', [documentId]);
    await lan.ask('POST', path(documentId, `/${id}/restore`), {});
    expect(await authors()).toEqual([
      { locale: 'en', title: 'In English', author: 'Minh Châu' },
      { locale: 'vi', title: 'Bản đầu', author: 'Minh Châu' },
    ]);
    await lan.ask('POST', path(documentId, `/${id}/restore`), { includeShared: true });
    expect((await authors()).map(({ author }) => author)).toEqual(['Thu Hà', 'Thu Hà']);
  });

  it('is refused without permission to read the document, and for types that the desk does not watch', async () => {
    const { documentId } = await write.draft();
    const [{ id }] = (await read<Change[]>(path(documentId, '?locale=vi'))) as [Change];
    const author = await signIn(newsroom, 'strapi-author', 'khach@example.vn');
    for (const [method, rest] of [
      ['GET', '?locale=vi'],
      ['GET', `/${id}`],
      ['POST', `/${id}/restore`],
    ]) {
      const refused = await author.ask(method!, path(documentId, rest), method === 'POST' ? {} : undefined);
      expect([rest, refused.status]).toEqual([rest, 403]);
      expect((await fetch(newsroom.url + path(documentId, rest), { method })).status).toBe(401);
    }
    expect((await lan.ask('GET', `/publishing-desk/history/admin::user/${documentId}`)).status).toBe(404);
    expect((await lan.ask('GET', path(documentId, '/99999999'))).status).toBe(404);
    expect((await lan.ask('GET', path('khong-co', '?locale=vi'))).status).toBe(404);
  });
});
