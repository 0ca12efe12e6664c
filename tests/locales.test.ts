import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn, type Session } from './helpers/sign-in';

describe('a language of the content', () => {
  let newsroom: Newsroom;
  let chief: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    chief = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
  });
  afterAll(() => newsroom.stop());

  it('is not deleted while anything is written in it, and its deletion is in the audit', async () => {
    const added = await chief.ask('POST', '/i18n/locales', { code: 'fr', name: 'Français (fr)', isDefault: false });
    const { id } = (await added.json()) as { id: number };
    const { documentId } = await writers(newsroom.strapi).draft();
    const documents = newsroom.strapi.documents('plugin::newsroom.article');
    await documents.update({ documentId, locale: 'fr', data: { title: 'Actualités' } });
    await documents.publish({ documentId, locale: 'fr' });
    const rows = () => newsroom.sql('SELECT id FROM articles WHERE document_id = $1', [documentId]);
    const before = await rows();

    const refused = await chief.ask('DELETE', `/i18n/locales/${id}`);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('“Français (fr)” còn 1 mục nội dung'),
    ]);
    expect(await rows()).toEqual(before);

    await documents.delete({ documentId, locale: 'fr' });
    expect((await chief.ask('DELETE', `/i18n/locales/${id}`)).status).toBe(200);
    expect(await newsroom.sql("SELECT FROM i18n_locale WHERE code = 'fr'")).toEqual([]);
    const audit = await newsroom.sql(
      `SELECT actor ->> 'email' AS who, after ->> 'method' AS method FROM desk.audit
        WHERE action = 'change-locales' ORDER BY id`,
    );
    expect(audit).toEqual([
      { who: 'lan@example.vn', method: 'POST' },
      { who: 'lan@example.vn', method: 'DELETE' },
    ]);
  });
});
