import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

type Saved = { data: { documentId: string; revision: number; title: string } };

describe('two editors at one article', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let lan: Session;
  let minh: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    minh = await signIn(newsroom, 'strapi-super-admin', 'minh@example.vn');
  });
  afterAll(() => newsroom.stop());

  const save = (who: Session, id: string, base: number, title: string, action = '') =>
    who.ask(
      action ? 'POST' : 'PUT',
      `${ARTICLES}/${id}${action}?locale=vi`,
      { title },
      // A publish here is of one's own change.
      { 'X-Desk-Base': String(base), 'X-Desk-Override': 'vi-mot-minh' },
    );

  it('save one after the other, each on what the other saved', async () => {
    const { documentId } = await write.draft();
    const first = (await (await save(lan, documentId, 1, 'Lan')).json()) as Saved;
    expect(first.data).toMatchObject({ title: 'Lan', revision: 2 });
    const second = (await (await save(minh, documentId, first.data.revision, 'Minh')).json()) as Saved;
    expect(second.data).toMatchObject({ title: 'Minh', revision: 3 });
  });

  it('are told who came between when one saves on what is no longer there, and nothing is lost', async () => {
    const { documentId } = await write.draft();
    expect((await save(lan, documentId, 1, 'Lan')).status).toBe(200);
    const refused = await save(minh, documentId, 1, 'Minh');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: {
        status: 409,
        name: 'ConflictError',
        message: 'desk.conflict',
        details: { base: 1, revision: 2, by: 'Biên tập', at: expect.stringMatching(/^\d{4}-.+Z$/) },
      },
    });
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    expect(await documents.findOne({ documentId, locale: 'vi' })).toMatchObject({ title: 'Lan', revision: 2 });
  });

  it('publish what they have before them, and nothing else', async () => {
    const { documentId } = await write.draft();
    await save(lan, documentId, 1, 'Lan');
    expect((await save(minh, documentId, 1, 'Minh', '/actions/publish')).status).toBe(409);
    const published = (await (await save(minh, documentId, 2, 'Minh', '/actions/publish')).json()) as Saved;
    expect(published.data.title).toBe('Minh');
    // The panel's publish is an update and a publish; a base of before either is old.
    expect((await save(lan, documentId, 2, 'Lan')).status).toBe(409);
    const now = (await (await lan.ask('GET', `${ARTICLES}/${documentId}?locale=vi`)).json()) as Saved;
    expect((await save(lan, documentId, now.data.revision, 'Lan')).status).toBe(200);
  });

  it('never both win: of saves at once on one base, one is taken', async () => {
    const { documentId } = await write.draft();
    for (let base = 1; base <= 50; base += 1) {
      const answers = await Promise.all([
        save(lan, documentId, base, `Lan ${base}`),
        save(minh, documentId, base, `Minh ${base}`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
    const rows = await newsroom.sql('SELECT count(*)::int AS count FROM desk.versions WHERE document_id = $1', [
      documentId,
    ]);
    expect(rows).toEqual([{ count: 51 }]);
  });

  it('are named in what the desk remembers', async () => {
    const { documentId } = await write.draft();
    await save(lan, documentId, 1, 'Lan');
    const [row] = await newsroom.sql(
      `SELECT actor ->> 'kind' AS kind, actor ->> 'email' AS email FROM desk.audit
        WHERE document_id = $1 AND action = 'update'`,
      [documentId],
    );
    expect(row).toEqual({ kind: 'person', email: 'lan@example.vn' });
  });
});
