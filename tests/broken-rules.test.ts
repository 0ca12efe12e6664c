import { Client } from 'pg';
import { validateRules } from '../src/postgres/data-rules';
import { writers } from './helpers/content';
import { documentsOf, refusalOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ARTICLE = 'plugin::newsroom.article';
const AGENCY = 'plugin::directory.agency';
const PATH = '/publishing-desk/broken-rules';

type Broken = { rule: string; type: string; message: string; count: number; documents: { documentId: string }[] };

describe('documents that are older than the rule which they break', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let manager: Session;

  const id = async (written: Promise<{ documentId: string }>) => (await written).documentId;
  const list = async () => ((await (await manager.ask('GET', PATH)).json()) as { data: Broken[] }).data;
  const isValid = async () =>
    (
      await newsroom.sql(`SELECT convalidated FROM pg_constraint WHERE conname = 'agencies_dissolved_after_founded'`)
    )[0]!.convalidated;
  /** What a boot does after its steps. */
  async function validate(): Promise<string[]> {
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const rules = [{ constraint: 'agencies_dissolved_after_founded', table: 'agencies', broken: '' }];
    return validateRules(client, rules).finally(() => client.end());
  }

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    manager = await staff(newsroom, 'desk-manager');
  });
  afterAll(() => newsroom.stop());

  it('are listed, each rule with its documents, for who may read the audit', async () => {
    expect(await list()).toEqual([]);
    const [pin, list_] = [await write.article(), await id(write.latestNewsList({}))];
    const pinned = await id(write.pin({ list: list_, article: pin.documentId, place: 1 }));
    const category = await id(write.category({ name: 'Vòng' }));
    const article = await id(write.article({ title: 'Hết hạn trước', publishedOn: '2026-01-02T00:00:00.000Z' }));
    const agency = await id(write.agency({ foundedOn: '2020-01-01' }));
    await newsroom.sql('ALTER TABLE agencies DROP CONSTRAINT agencies_dissolved_after_founded');
    await newsroom.sql(`UPDATE agencies SET dissolved_on = '2019-01-01' WHERE document_id = $1`, [agency]);
    await newsroom.sql(`ALTER TABLE agencies
      ADD CONSTRAINT agencies_dissolved_after_founded CHECK (dissolved_on >= founded_on) NOT VALID`);
    await newsroom.sql(`SET session_replication_role = replica`);
    await newsroom.sql(`UPDATE articles SET expires_on = '2026-01-01' WHERE document_id = $1`, [article]);
    await newsroom.sql('UPDATE categories SET parent_ref = id WHERE document_id = $1', [category]);
    await newsroom.sql('DELETE FROM pins_article_lnk');
    await newsroom.sql('RESET session_replication_role');

    const found = await list();
    expect(found.map(({ rule, count, documents }) => [rule, count, documents.map((one) => one.documentId)])).toEqual(
      expect.arrayContaining([
        ['categories_not_under_itself', 1, [category]],
        ['pins_of_article', 1, [pinned]],
        ['articles_expire_after_publication', 1, [article]],
        ['agencies_dissolved_after_founded', 1, [agency]],
      ]),
    );
    expect(found).toHaveLength(4);
    expect(found.find(({ type }) => type === ARTICLE)!.message).toMatch(/^“Ngày giờ hết hạn” phải sau/);
    const reporter = await staff(newsroom, 'desk-reporter', await id(write.agency()));
    expect((await reporter.ask('GET', PATH)).status).toBe(403);
  });

  const mended = async (type: string) => (await list()).find((one) => one.type === type)!.documents[0]!.documentId;

  it('keep their constraint from being validated until they are mended', async () => {
    expect([await validate(), await isValid()]).toEqual([['agencies_dissolved_after_founded'], false]);
    const documentId = await mended(AGENCY);
    const update = (data: Record<string, unknown>) => documentsOf(newsroom.strapi)(AGENCY).update({ documentId, data });
    expect(await refusalOf(update({ phone: '0237' }))).toMatch(/^dissolvedOn: /);
    await update({ dissolvedOn: '2021-01-01' });
    expect((await list()).map(({ type }) => type)).not.toContain(AGENCY);
    expect([await validate(), await isValid()]).toEqual([[], true]);
  });

  it('are articles that can be mended and withdrawn; a save that does not mend them says what to do', async () => {
    const documentId = await mended(ARTICLE);
    const articles = documentsOf(newsroom.strapi)(ARTICLE);
    const update = (data: Record<string, unknown>) => articles.update({ documentId, locale: 'vi', data });
    expect(await refusalOf(update({ expiresOn: '2026-01-01T00:00:00.000Z' }))).toMatch(/^expiresOn: /);
    await newsroom.strapi
      .plugin('publishing-desk')
      .service('withdrawal')
      .withdraw(documentId, 'vi', { outcome: 'gone', reason: 'Nhầm.', movedTo: null });
    await update({ expiresOn: '2026-03-01T00:00:00.000Z' });
    await articles.publish({ documentId, locale: 'vi' });
    expect((await list()).map(({ type }) => type)).not.toContain(ARTICLE);
  });
});
