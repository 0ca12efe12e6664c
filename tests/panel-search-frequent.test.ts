import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

type Answer = { results: Record<string, unknown>[]; pagination: { total: number } };

describe('a search in the panel for a word that many rows have', () => {
  let newsroom: Newsroom;
  let most: string;
  let third: string;
  const LIST = '/content-manager/collection-types/plugin::newsroom.article?locale=vi';
  const WORDS = { 'ban tin': 'Bản tin', 'lu quet': 'lũ quét', 'sat lo': 'sạt lở' };
  const ORDERS: Record<string, string> = {
    'publishedOn:DESC': 'here.published_on DESC, here.id',
    'publishedOn:ASC': 'here.published_on, here.id',
    'title:ASC': 'here.title, here.id',
    'title:DESC': 'here.title DESC, here.id',
    'createdAt:DESC': 'here.created_at DESC, here.id',
    '': 'here.id',
  };
  const PAGES = [
    [1, 20],
    [50, 20],
    [60, 100],
  ] as const;
  let people: { name: string; session: Session; agency: string | null }[];

  const answerTo = async (path: string, query: string, { ask }: Session): Promise<Answer> => {
    const answer = await ask('GET', `${path}&_q=${encodeURIComponent(query)}`);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    const agencies = await agencyTree(newsroom);
    [most, third] = [agencies.A, agencies.B];
    const few = await write.agency({ name: 'Cơ quan nhỏ', slug: 'co-quan-nho' });
    people = [
      { name: 'chief', session: await staff(newsroom, 'strapi-super-admin'), agency: null },
      { name: 'of most', session: await staff(newsroom, 'desk-reporter', most), agency: most },
      { name: 'of a third', session: await staff(newsroom, 'desk-reporter', third), agency: third },
      { name: 'of few', session: await staff(newsroom, 'desk-reporter', few.documentId), agency: few.documentId },
    ];
    await newsroom.sql('SET session_replication_role = replica');
    await newsroom.sql(
      `INSERT INTO articles (document_id, title, slug, locale, body_html, body_text, published_on, created_at)
         SELECT 'many' || n, 'Bản tin số ' || n, 'ban-tin-' || n, 'vi', repeat('x', 1000),
                concat_ws(' . ', 'Nước lên', CASE WHEN n % 10 = 0 THEN 'lũ quét' END, CASE WHEN n % 40 = 1 THEN 'sạt lở' END),
                CASE WHEN n % 7 > 0 THEN timestamp '2024-01-01' + (n * 37 % 900) * interval '1 day' END,
                timestamp '2025-01-01' + (n * 71 % 5000) * interval '1 minute'
           FROM generate_series(1, 12000) n`,
    );
    await newsroom.sql(
      `INSERT INTO articles_agency_lnk (article_id, agency_id)
         SELECT here.id, agency.id FROM articles here, agencies agency
          WHERE here.document_id LIKE 'many%'
            AND agency.document_id = CASE WHEN here.id % 1000 = 5 THEN $1 WHEN here.id % 3 = 0 THEN $2 ELSE $3 END`,
      [few.documentId, third, most],
    );
    await newsroom.sql('SET session_replication_role = DEFAULT');
    await newsroom.strapi
      .plugin('portal-search')
      .service('panel')
      .rebuild(() => undefined);
    await newsroom.sql('VACUUM ANALYZE');
  }, 300_000);

  afterAll(() => newsroom.stop());

  const naive = async (word: string, agency: string | null, order: string): Promise<number[]> =>
    (
      await newsroom.sql(
        `SELECT here.id FROM articles here
             LEFT JOIN articles_agency_lnk link ON link.article_id = here.id
             LEFT JOIN agencies agency ON agency.id = link.agency_id
            WHERE here.published_at IS NULL AND here.locale = 'vi' AND position($1 IN here.title || ' ' || here.body_text) > 0
              AND ($2::text IS NULL OR agency.document_id = $2)
            ORDER BY ${order}`,
        [word, agency],
      )
    ).map(({ id }) => Number(id));

  it.each(Object.keys(WORDS))(
    'has the pages of the whole list, and counts it to 1,000: %s',
    async (query) => {
      for (const { name, session, agency } of people) {
        for (const [sort, order] of Object.entries(ORDERS)) {
          const all = await naive(WORDS[query as keyof typeof WORDS], agency, order);
          for (const [page, pageSize] of PAGES) {
            const path = `${LIST}&page=${page}&pageSize=${pageSize}${sort && `&sort=${sort}`}`;
            const { results, pagination } = await answerTo(path, query, session);
            const expected = all.slice((page - 1) * pageSize, page * pageSize);
            expect([name, path, pagination.total, results.map(({ id }) => id)]).toEqual([
              ...[name, path, Math.min(all.length, 1_001), expected],
            ]);
          }
        }
      }
    },
    300_000,
  );

  it('holds beside other filters', async () => {
    const all = await naive('Bản tin', third, ORDERS['title:ASC']!);
    const kept = `${LIST}&page=2&pageSize=10&sort=title:ASC&${encodeURI('filters[$and][0][slug][$contains]=-77')}`;
    const slugs = await newsroom.sql(`SELECT id FROM articles WHERE slug LIKE '%-77%'`);
    const rest = all.filter((id) => slugs.some((row) => row.id === id));
    const { results, pagination } = await answerTo(kept, 'ban tin', people[2]!.session);
    expect([pagination.total, results.map(({ id }) => id)]).toEqual([rest.length, rest.slice(10, 20)]);
    const ofB = `${LIST}&page=1&pageSize=10&sort=title:ASC&${encodeURI(`filters[$and][0][agency][documentId][$eq]=${third}`)}`;
    const seen = await answerTo(ofB, 'ban tin', people[1]!.session);
    expect([seen.results, seen.pagination.total]).toEqual([[], 0]);
  });

  it('reads no table to its end', async () => {
    const statements: { sql: string; bindings: unknown[] }[] = [];
    const listen = (query: { sql: string; bindings: unknown[] }) => {
      if (/panel_|unnest/.test(query.sql)) statements.push(query);
    };
    const { connection } = newsroom.strapi.db;
    connection.on('query', listen);
    for (const { session } of people) {
      for (const sort of ['publishedOn:DESC', 'publishedOn:ASC', 'title:ASC']) {
        for (const query of ['ban tin', 'lu quet'])
          await answerTo(`${LIST}&page=1&pageSize=20&sort=${sort}`, query, session);
      }
    }
    connection.removeListener('query', listen);
    expect(statements.length).toBeGreaterThan(48);
    expect(statements.some(({ sql }) => sql.includes('unnest'))).toBe(true);
    for (const { sql, bindings } of statements) {
      // As those with a limit are run.
      await newsroom.sql(`SET enable_seqscan = ${sql.includes('AS listed') ? 'off' : 'on'}`);
      const plan = (await newsroom.sql(`EXPLAIN ${sql}`, bindings)).map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan on (articles|panel_entries)/);
    }
  });
});
