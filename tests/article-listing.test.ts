import { Client } from 'pg';
import { body, paragraph, writers } from './helpers/content';
import { eventually } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const COLUMNS = 'kind, ref, locale, published_on, document_id, article_id, expires_on, withdrawn_on';

/** The rows that the listing must have: each published article with each of its categories, agencies and officials. */
const EXPECTED = `
  SELECT listed.kind, listed.ref, a.locale, a.published_on, a.document_id, a.id AS article_id, a.expires_on, a.withdrawn_on
    FROM articles a JOIN (
      SELECT 'category' AS kind, category_id AS ref, article_id FROM articles_category_lnk
      UNION ALL SELECT 'agency', agency_id, article_id FROM articles_agency_lnk
      UNION ALL SELECT 'mention', agency_id, article_id FROM articles_agencies_lnk
      UNION ALL SELECT 'official', official_id, article_id FROM articles_officials_lnk
    ) listed ON listed.article_id = a.id
   WHERE a.published_at IS NOT NULL`;

describe('the listing index of articles', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let ids: Record<'category' | 'otherCategory' | 'owner' | 'named' | 'other' | 'official', string>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const made = async (document: Promise<{ documentId: string }>) => (await document).documentId;
    ids = {
      category: await made(write.category()),
      otherCategory: await made(write.category()),
      owner: await made(write.agency()),
      named: await made(write.agency()),
      other: await made(write.agency()),
      official: await made(write.official()),
    };
  });
  afterAll(() => newsroom.stop());

  const documents = () => newsroom.strapi.documents('plugin::newsroom.article');
  const article = () =>
    write.article({
      category: ids.category,
      agency: ids.owner,
      agencies: [ids.named, ids.other],
      officials: [ids.official],
      publishedOn: '2024-05-01T00:00:00Z',
    });

  /** The number of listed rows, all of which are as expected. */
  async function listed(): Promise<number> {
    const [wrong] = await newsroom.sql(
      `WITH expected AS (${EXPECTED}), listed AS (SELECT ${COLUMNS} FROM newsroom.article_listing)
       SELECT (SELECT count(*)::int FROM (SELECT ${COLUMNS} FROM expected EXCEPT SELECT * FROM listed) missing) AS missing,
              (SELECT count(*)::int FROM (SELECT * FROM listed EXCEPT SELECT ${COLUMNS} FROM expected) left_over) AS "leftOver",
              (SELECT count(*)::int FROM listed) AS listed`,
    );
    expect(wrong).toMatchObject({ missing: 0, leftOver: 0 });
    return wrong!.listed as number;
  }
  afterEach(() => newsroom.sql('DELETE FROM articles'));

  it('has a row for each relation of a published article, and none for a draft', async () => {
    await write.draft({ category: ids.category, agencies: [ids.named] });
    expect(await listed()).toBe(0);
    await article();
    expect(await listed()).toBe(5);
  });

  it.each<[string, object, rows: number]>([
    ['another category', { category: 'otherCategory' }, 5],
    ['no owner', { agency: null }, 4],
    ['fewer that are named', { agencies: ['named'], officials: [] }, 3],
    ['another time', { publishedOn: '2023-01-01T00:00:00Z' }, 5],
    ['an end', { expiresOn: '2030-01-01T00:00:00Z' }, 5],
  ])('is refreshed by a publication with %s', async (_, change, rows) => {
    const { documentId } = await article();
    const known = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(known) : (ids[value as keyof typeof ids] ?? value);
    const data = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, known(value)]));
    await documents().update({ documentId, locale: 'vi', data });
    expect(await listed()).toBe(5);
    await documents().publish({ documentId, locale: 'vi' });
    expect(await listed()).toBe(rows);
  });

  it('has rows of its own for each language', async () => {
    const { documentId } = await article();
    const data = { title: 'In English', body: body(paragraph('Text.')), agency: ids.owner };
    await documents().update({ documentId, locale: 'en', data: data as never, status: 'published' });
    expect(await listed()).toBe(6);
    await documents().unpublish({ documentId, locale: 'vi' });
    expect(await listed()).toBe(1);
  });

  it('loses the rows of what is unpublished or deleted', async () => {
    const [unpublished, deleted] = [await article(), await article()];
    await article();
    await documents().unpublish({ documentId: unpublished.documentId, locale: 'vi' });
    expect(await listed()).toBe(10);
    await documents().delete({ documentId: deleted.documentId, locale: '*' });
    expect(await listed()).toBe(5);
    await newsroom.sql('DELETE FROM articles_officials_lnk; DELETE FROM officials');
    expect(await listed()).toBe(4);
    ids.official = (await write.official()).documentId;
  });

  it.each([
    ['an end', `UPDATE articles SET expires_on = '2030-01-01' WHERE published_at IS NOT NULL`, 10],
    ['a withdrawal', `UPDATE articles SET withdrawn_on = now() WHERE published_at IS NOT NULL`, 10],
    ['another time', `UPDATE articles SET published_on = '2023-01-01' WHERE published_at IS NOT NULL`, 10],
    ['another language', `UPDATE articles SET locale = 'en' WHERE published_at IS NOT NULL`, 10],
    ['no publication', 'DELETE FROM articles WHERE published_at IS NOT NULL', 0],
    ['another target', 'UPDATE articles_officials_lnk SET official_id = (SELECT max(id) FROM officials)', 10],
    [
      'an official moved from one to the other',
      `DELETE FROM articles_officials_lnk WHERE article_id = (SELECT max(id) FROM articles WHERE published_at IS NOT NULL);
       UPDATE articles_officials_lnk SET article_id = (SELECT max(id) FROM articles WHERE published_at IS NOT NULL)
        WHERE article_id = (SELECT min(id) FROM articles WHERE published_at IS NOT NULL)`,
      9,
    ],
    ['nobody named any more', 'TRUNCATE articles_officials_lnk', 8],
    ['no agency named any more', 'TRUNCATE articles_agencies_lnk', 6],
  ])('is refreshed by SQL past the document service: %s', async (_, statements, rows) => {
    await write.official();
    await article();
    await article();
    await newsroom.sql(statements);
    expect(await listed()).toBe(rows);
  });

  it('is right after two transactions changed one article’s relations and time at once', async () => {
    const { documentId } = await article();
    const [row] = await newsroom.sql('SELECT id FROM articles WHERE document_id = $1 AND published_at IS NOT NULL', [
      documentId,
    ]);
    const [one, other] = await Promise.all(
      [0, 1].map(async () => {
        const client = new Client({ connectionString: process.env.DATABASE_URL });
        await client.connect();
        await client.query('BEGIN');
        return client;
      }),
    );
    const agencies = 'DELETE FROM articles_agencies_lnk WHERE article_id = $1';
    await one!.query(agencies, [row!.id]);
    const meanwhile = other!.query('UPDATE articles SET published_on = now() WHERE id = $1', [row!.id]);
    await eventually(
      () =>
        newsroom.sql(`SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE articles%'`),
      (waiting) => waiting.length === 1,
    );
    await one!.query('COMMIT');
    await meanwhile;
    await other!.query('COMMIT');
    await Promise.all([one!.end(), other!.end()]);
    expect(await listed()).toBe(3);
  });
});
