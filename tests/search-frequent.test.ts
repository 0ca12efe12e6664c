import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('the candidates of a search', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());
  beforeEach(() => newsroom.sql('BEGIN'));
  afterEach(() => newsroom.sql('ROLLBACK'));

  /**
   * Documents of two types that have many, 22,000 of each, and 99 of one that has few. One in twenty days at first, none for
   * years, and 30 a day at the end. Those of every tenth number have expired.
   *
   * @param terms an SQL expression of an array, of the number `n` of a document
   */
  const insert = (terms: string) =>
    newsroom.sql(
      `INSERT INTO portal_search.documents (type, document_id, locale, source_id, slice, public_from, public_until, day, names,
           flat_names, checksum, terms)
         SELECT type, 'nhieu' || n, 'vi', 0, slice, said.day + n % 1440 * interval '1 minute',
                CASE WHEN n % 10 = 0 THEN timestamp '2021-01-01' ELSE 'infinity' END, said.day, '|', '|', '',
                array_to_tsvector(array_remove(ARRAY[':vi', ':' || type, ':slice ' || slice] || ${terms}, NULL))
           FROM generate_series(1, 22000) AS n
          CROSS JOIN (VALUES ('article', 1), ('directive', 2), ('official', 4)) AS of_type (type, number)
          CROSS JOIN LATERAL (SELECT CASE WHEN n > 1200 THEN date '2021-04-01' + n % 700 ELSE date '1949-12-01' + 20 * n END AS day) AS said
          CROSS JOIN LATERAL (SELECT portal_search.slice(number, said.day) AS slice) AS placed
          WHERE type <> 'official' OR n < 100`,
    );

  /** The newest of each type that have a `part`, by a sort of all. */
  const naive = (part: string, most: string, condition = 'true') => `
    SELECT id FROM (
      SELECT id, row_number() OVER (PARTITION BY type ORDER BY day DESC, public_from DESC, document_id) AS place
        FROM portal_search.documents
       WHERE terms @@ ${part} AND public_until = 'infinity' AND ${condition}) AS one
     WHERE place <= ${most}`;

  it('are, of a frequent word, the newest of each type, and of a rare one all', async () => {
    expect(await newsroom.sql(`SELECT portal_search.weekly('''frequent''', 300) AS none`)).toEqual([
      { none: [null, null] },
    ]);
    // “passing” is in none of the weeks that are sampled.
    await insert(`ARRAY['frequent', CASE WHEN n % 5 = 0 THEN 'middling' END, CASE WHEN n % 500 = 1 THEN 'rare' END,
      CASE WHEN n < 20000 THEN 'former' END, CASE WHEN n > 1200 AND n % 700 BETWEEN 100 AND 600 THEN 'passing' END]`);
    // A date that was mistyped.
    await newsroom.sql(
      `INSERT INTO portal_search.documents (type, document_id, locale, source_id, slice, public_from, public_until, day, names, flat_names,
           checksum, terms)
         VALUES ('article', 'mai-sau', 'vi', 0, portal_search.slice(1, '2060-01-01'), '2060-01-01', '2060-01-02', '2060-01-01', '|', '|',
           '', '')`,
    );
    expect(await newsroom.sql(`SELECT (portal_search.weekly('''frequent''', 300))[1] > 1 AS seen`)).toEqual([
      { seen: true },
    ]);
    const asked = async (word: string, most: number, days = [null, null] as (string | null)[]) => {
      const values = [word, most, ...days];
      const part = 'quote_literal($1::text)::tsquery';
      const [found] = await newsroom.sql(
        `SELECT array_agg(one ORDER BY one) AS ids FROM portal_search.newest_having(
           ${part}, portal_search.weekly(${part}, $2::integer), timestamp '2026-01-01', $3::date, $4::date, $2::integer) AS one`,
        values,
      );
      const isAsked = 'day >= coalesce($3::date, day) AND day <= coalesce($4::date, day)';
      const [all] = await newsroom.sql(
        `SELECT array_agg(id ORDER BY id) AS ids FROM (${naive(part, '$2::integer', isAsked)}) AS one`,
        values,
      );
      return { found: found!.ids as number[], all: all!.ids as number[] };
    };
    for (const most of [1, 300, 3_000, 21_500]) {
      for (const word of ['frequent', 'middling', 'rare', 'former', 'passing']) {
        const { found, all } = await asked(word, most);
        expect([word, most, found]).toEqual([word, most, all]);
        expect([word, most, found?.length]).toEqual([word, most, expect.any(Number)]);
      }
    }
    for (const [from, to] of [
      ['1960-02-01', '2021-05-10'],
      ['2021-05-10', null],
      [null, '1970-01-01'],
    ] as const) {
      const { found, all } = await asked('frequent', 300, [from, to]);
      expect([from, to, found]).toEqual([from, to, all]);
      expect(found.length).toBeGreaterThan(300);
    }
  });

  it('are those of each part of a query, whatever is known of the part that it is within', async () => {
    const divided = {
      mot: 1,
      hai: 2,
      'mot hai': 4,
      'một hai': 8,
      '=mot': 3,
      '=hai': 6,
      '=mot hai': 12,
      '=một hai': 24,
    };
    const rare = { ba: 21, '=ba': 63, 'hai ba': 42, '=hai ba': 126, '^hai ba': 294, một: 7, '=một': 21 };
    const rarer = { bà: 84, 'hai bà': 84, '=hai bà': 252, '~ba': 126, '~hai ba': 378, năm: 84 };
    const terms = Object.entries({ ...divided, ...rare, ...rarer, '~mot': 1, '~hai': 2 }).map(
      ([term, by]) => `CASE WHEN n % ${by} = 0 THEN '${term}' END`,
    );
    // Of most of those that have both words, they are the title.
    const inTitle = ['=tu', '=sau', '=tu sau'].map((term) => `CASE WHEN n % 14 = 0 THEN '${term}' END`);
    const inText = Object.entries({ tu: 99, sau: 99, 'tu sau': 198, '^tu sau': 28, '~tu': 14, '~sau': 14 }).map(
      ([term, by]) => `CASE WHEN n % ${by} = 0 OR n % 14 = 0 AND left('${term}', 1) <> '^' THEN '${term}' END`,
    );
    await insert(`ARRAY[${[...terms, ...inTitle, ...inText].join(', ')}]`);
    type Asked = [q: string, quoted?: string[], excluded?: string[], firstDay?: string];
    const words = [
      'một',
      'một hai',
      'mot hai',
      'hai mot',
      'hai ba',
      'hai bà',
      'ba hai',
      'mot ba',
      'ba',
      'bon',
      'mot bon',
      'tu sau',
      'sau tu',
    ];
    const queries: Asked[] = [
      ...words.map((q): Asked => [q]),
      ['mot ba', ['hai ba']],
      ['hai ba', [], ['năm']],
      ['hai ba', [], [], '2015-01-01'],
    ];
    for (const most of [1, 300, 3_000, 21_500]) {
      for (const [q, quoted = [], excluded = [], firstDay = null] of queries) {
        const [both] = await newsroom.sql(
          `SELECT (SELECT json_agg(one ORDER BY one.document) FROM (
                     SELECT document, sum(points) AS points
                       FROM portal_search.candidates($1, $3::text[], $4::text[], ''':vi''', timestamp '2026-01-01', $5::date, NULL, $2::integer)
                      GROUP BY document) AS one) AS found,
                  (SELECT json_agg(one ORDER BY one.document) FROM (
                     SELECT newest.id AS document, sum(asked.points) AS points
                       FROM portal_search.ranked_parts($1, $3::text[], $4::text[], ''':vi''') AS asked
                      CROSS JOIN LATERAL (${naive('asked.part', '$2::integer', '($5::date IS NULL OR day >= $5)')}) AS newest GROUP BY newest.id) AS one) AS all`,
          [q, most, quoted, excluded, firstDay],
        );
        expect([q, most, both!.found]).toEqual([q, most, both!.all]);
        expect([q, most, both!.found === null]).toEqual([q, most, /bon/.test(q)]);
      }
    }
  });

  it('suggests an old title that has what was typed, though many newer ones have its first words', async () => {
    await insert(`ARRAY['=hoi', CASE WHEN n % 21 = 0 THEN '=ngay' END, CASE WHEN n % 21 = 0 THEN '=ngay hoi' END]`);
    await newsroom.sql(
      `UPDATE portal_search.documents
          SET flat_names = CASE WHEN n = 1001 THEN '| mo ngay hoi sach |' WHEN n % 21 = 0 THEN '| mo ngay hoi |' ELSE '| mo hoi |' END,
              terms = terms || CASE WHEN n = 1001 THEN array_to_tsvector(ARRAY['=ngay', '=ngay hoi', '=sach', '=hoi sach']) ELSE '' END
         FROM (SELECT id AS one, substring(document_id FROM 6)::integer AS n FROM portal_search.documents) AS numbered WHERE one = id`,
    );
    const suggested = async (typed: string) =>
      newsroom.sql(
        `SELECT known.type, known.document_id FROM portal_search.suggestions($1, 'vi', timestamp '2026-01-01', 50, 8) AS one
           JOIN portal_search.documents known ON known.id = one.document ORDER BY 1`,
        [typed],
      );
    const old = ['article', 'directive'].map((type) => ({ type, document_id: 'nhieu1001' }));
    expect(await suggested('hoi sach')).toEqual(old);
    expect(await suggested('ngay hoi sa')).toEqual(old);
    expect(await suggested('ngay hoi xa')).toEqual([]);
    const newest = await suggested('ngay h');
    expect(newest.length).toBeGreaterThanOrEqual(50);
    expect(newest).not.toContainEqual(old[0]);
  });

  it('are, of names that are spelt alike, the most alike and then the newest, of the newest titles and of all names of the few', async () => {
    await insert(`ARRAY['title']`);
    await newsroom.sql(
      `UPDATE portal_search.documents
          SET flat_names = CASE WHEN type = 'official' THEN '| nguyen van anh |' WHEN document_id = 'nhieu21651' THEN '| ban tin sos mot |'
                                ELSE '| ban tin so mot |' END`,
    );
    const alike = async (q: string, among: number[] = []) => {
      const rows = await newsroom.sql(
        `SELECT known.type, known.document_id, known.day::text, one.points
           FROM portal_search.alike($1, 'vi', timestamp '2026-01-01', $2::integer[], 30) WITH ORDINALITY AS one (document, points, place)
           JOIN portal_search.documents known ON known.id = one.document ORDER BY place`,
        [q, among],
      );
      return rows as { type: string; document_id: string; day: string; points: number }[];
    };
    const titles = await alike('ban tin sos');
    expect(titles).toHaveLength(30);
    // By its day, among the newest.
    expect(titles.slice(0, 2).map(({ document_id: id }) => id)).toEqual(['nhieu21651', 'nhieu21651']);
    const days = titles.slice(2).map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    expect(days[0]).toBe('2023-03-01');
    const officials = await alike('nguyen van ahn');
    expect(officials.map(({ type }) => type)).toEqual(Array(30).fill('official'));
    const [{ id }] = (await newsroom.sql(
      `SELECT id FROM portal_search.documents WHERE type = 'article' AND document_id = 'nhieu1'`,
    )) as [{ id: number }];
    expect(await alike('ban tin sos', [id, id])).toEqual([
      { type: 'article', document_id: 'nhieu1', day: '1949-12-21', points: expect.any(Number) },
    ]);
    const [{ id: official }] = (await newsroom.sql(
      `SELECT id FROM portal_search.documents WHERE type = 'official' AND document_id = 'nhieu1'`,
    )) as [{ id: number }];
    expect(await alike('ban tin sos', [official])).toEqual(titles);
    expect(await alike('quy hoach dat')).toEqual([]);
  });
});
