import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';

describe('the audit and the versions of a document', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const documents = () => newsroom.strapi.documents(ARTICLE);
  // Strapi leaves JSON unparsed on every connection of the process.
  const read = async (statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    const [row] = await newsroom.sql(
      `SELECT coalesce(json_agg(row), '[]')::text AS rows FROM (${statement}) row`,
      values,
    );
    return JSON.parse(row!.rows as string);
  };
  const audit = (documentId: string) =>
    read('SELECT * FROM desk.audit WHERE document_id = $1 ORDER BY id', [documentId]);
  const versions = (documentId: string) =>
    read('SELECT * FROM desk.versions WHERE document_id = $1 ORDER BY audit_id', [documentId]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('have every change of a document: who, what, the state before and after', async () => {
    const { documentId } = await write.draft({ title: 'Một' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Hai' } as never });
    await documents().publish({ documentId, locale: 'vi' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Ba' } as never });
    await documents().discardDraft({ documentId, locale: 'vi' });
    await documents().unpublish({ documentId, locale: 'vi' });
    await documents().delete({ documentId });
    const rows = await audit(documentId);
    expect(rows.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['create', { state: 'absent', revision: 0 }, { state: 'draft', revision: 1 }],
      ['update', { state: 'draft', revision: 1 }, { state: 'draft', revision: 2 }],
      ['publish', { state: 'draft', revision: 2 }, { state: 'published', revision: 3 }],
      ['update', { state: 'published', revision: 3 }, { state: 'modified', revision: 4 }],
      ['discardDraft', { state: 'modified', revision: 4 }, { state: 'published', revision: 5 }],
      ['unpublish', { state: 'published', revision: 5 }, { state: 'draft', revision: 6 }],
      ['delete', { state: 'draft', revision: 6 }, { state: 'absent', revision: 7 }],
    ]);
    expect(rows[0]).toMatchObject({ actor: { kind: 'machine' }, type: ARTICLE, locale: 'vi' });
  });

  it('have each content, with relations and files, without its renderings', async () => {
    const [category, agency, official] = [await write.category(), await write.agency(), await write.official()];
    const picture = await write.picture();
    const { documentId } = await write.article({
      title: 'Đủ cả',
      body: body(paragraph('Nội dung.')),
      category: category.documentId,
      agencies: [agency.documentId],
      officials: [official.documentId],
      cover: picture.id,
    });
    const [version] = await versions(documentId);
    expect(version!.content).toMatchObject({
      title: 'Đủ cả',
      category: [category.documentId],
      agencies: [agency.documentId],
      officials: [official.documentId],
      cover: [picture.id],
      body: { type: 'doc' },
    });
    expect(Object.keys(version!.content as object)).not.toContain('bodyHtml');
  });

  it('are separate in each language', async () => {
    const { documentId } = await write.article({ title: 'Tiếng Việt' });
    await documents().update({ documentId, locale: 'en', data: { title: 'English' } as never });
    expect((await audit(documentId)).map(({ locale, after }) => [locale, after])).toEqual([
      ['vi', { state: 'published', revision: 1 }],
      ['en', { state: 'draft', revision: 1 }],
    ]);
  });

  it('go on in a language that is written again after its deletion', async () => {
    const { documentId } = await write.article({ title: 'Tiếng Việt' });
    const english = (title: string) =>
      documents().update({ documentId, locale: 'en', data: { title } as never }) as Promise<{ revision: number }>;
    await english('English');
    await documents().delete({ documentId, locale: 'en' });
    expect((await english('English again')).revision).toBe(3);
    expect((await english('English once more')).revision).toBe(4);
    const rows = (await audit(documentId)).filter(({ locale }) => locale === 'en');
    expect(rows.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['update', { state: 'absent', revision: 0 }, { state: 'draft', revision: 1 }],
      ['delete', { state: 'draft', revision: 1 }, { state: 'absent', revision: 2 }],
      ['update', { state: 'absent', revision: 2 }, { state: 'draft', revision: 3 }],
      ['update', { state: 'draft', revision: 3 }, { state: 'draft', revision: 4 }],
    ]);
    const kept = (await versions(documentId)).filter(({ locale }) => locale === 'en');
    expect(kept.map(({ revision, content }) => [revision, (content as { title: string }).title])).toEqual([
      [1, 'English'],
      // What was deleted.
      [2, 'English'],
      [3, 'English again'],
      [4, 'English once more'],
    ]);
  });

  it('have no refused change, and a failed record rolls the change back', async () => {
    const { documentId } = await write.draft({ slug: 'mot-lan' });
    await write.draft({ slug: 'hai-lan' });
    const take = documents().update({ documentId, locale: 'vi', data: { slug: 'hai-lan' } as never });
    await expect(take).rejects.toThrow(/“Đường dẫn”/);
    expect(await audit(documentId)).toHaveLength(1);

    await newsroom.sql(`ALTER TABLE desk.audit ADD CONSTRAINT is_full CHECK (action <> 'publish') NOT VALID`);
    await expect(documents().publish({ documentId, locale: 'vi' })).rejects.toThrow();
    await newsroom.sql('ALTER TABLE desk.audit DROP CONSTRAINT is_full');
    expect(await documents().findOne({ documentId, locale: 'vi', status: 'published' })).toBeNull();
  });

  it('are append-only, whatever a statement claims about its caller', async () => {
    const forged = '/* PL/pgSQL function desk.drop_audit_before(timestamp) line 9 at SQL statement */';
    for (const statement of [
      `UPDATE desk.audit SET action = 'x'`,
      'DELETE FROM desk.audit',
      'TRUNCATE desk.audit CASCADE',
      'DELETE FROM desk.versions',
      `UPDATE desk.versions SET content = '{}'`,
      `DO $do$ BEGIN ${forged} EXECUTE 'DELETE ${forged} FROM desk.versions'; END $do$`,
    ]) {
      await expect(newsroom.sql(statement)).rejects.toThrow('neither changed nor deleted');
    }
    await expect(newsroom.sql(`INSERT INTO desk.audit (actor, action) VALUES ('{}', 'drop-versions')`)).rejects.toThrow(
      'retention needs a day',
    );
  });

  it('are deleted after their retention, never an audit row of the last year, with a record of how many', async () => {
    await expect(
      newsroom.sql(`SELECT desk.drop_audit_before((now() - interval '11 months')::timestamp)`),
    ).rejects.toThrow('twelve months');
    const [{ count }] = (await newsroom.sql('SELECT count(*)::int FROM desk.versions')) as [{ count: number }];
    const [dropped] = await newsroom.sql(`SELECT desk.drop_versions_before('2999-01-01') AS rows`);
    expect([Number(dropped!.rows), count > 0]).toEqual([count, true]);
    const [last] = await read('SELECT action, after FROM desk.audit ORDER BY id DESC LIMIT 1');
    expect(last).toMatchObject({ action: 'drop-versions', after: { dropped: count } });

    const entries = () => newsroom.sql(`SELECT action FROM desk.audit WHERE at < '2021-01-01' OR action LIKE 'drop-%'`);
    await newsroom.sql(`INSERT INTO desk.audit (actor, action, at) VALUES ('{}', 'old', '2020-05-01')`);
    const [old] = await newsroom.sql(`SELECT desk.drop_audit_before('2020-06-01') AS rows`);
    expect(Number(old!.rows)).toBe(1);
    expect((await entries()).map(({ action }) => action)).toEqual(['drop-versions', 'drop-audit']);
    const [none] = await newsroom.sql(`SELECT desk.drop_audit_before('2020-06-01') AS rows`);
    expect([Number(none!.rows), (await entries()).length]).toEqual([0, 2]);
  });

  it('are deleted whatever language the server’s messages have', async () => {
    const sources = await newsroom.sql(
      `SELECT proname AS name, prosrc AS source FROM pg_proc WHERE pronamespace = 'desk'::regnamespace ORDER BY 1`,
    );
    expect(sources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['apply_retention', 'drop_audit_before', 'forbid_change']),
    );
    for (const { source } of sources) expect(source).not.toMatch(/PG_CONTEXT|MESSAGE_TEXT|SQLERRM/i);
  });

  it('have consecutive revisions for concurrent changes', async () => {
    const { documentId } = await write.draft();
    const titles = Array.from({ length: 8 }, (_, index) => `Lần ${index}`);
    await Promise.all(
      titles.map((title) => documents().update({ documentId, locale: 'vi', data: { title } as never })),
    );
    const rows = await versions(documentId);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(rows.slice(1).map(({ content }) => (content as { title: string }).title))).toEqual(new Set(titles));
  });
});
