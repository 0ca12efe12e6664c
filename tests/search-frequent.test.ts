import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('the candidates of a search', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('are, of a frequent word, the newest of each type, and of a rare one all', async () => {
    await newsroom.sql('BEGIN');
    try {
      // One in twenty days at first, none for years, and 30 a day at the end. “passing” is in none of the weeks that are sampled.
      await newsroom.sql(
        `INSERT INTO portal_search.documents (type, document_id, locale, source_id, slice, public_from, public_until, day, names,
             flat_names, checksum, terms)
           SELECT type, 'nhieu' || n, 'vi', 0, slice, said.day + n % 1440 * interval '1 minute',
                  CASE WHEN n % 10 = 0 THEN timestamp '2021-01-01' ELSE 'infinity' END, said.day, '|', '|', '',
                  array_to_tsvector(array_remove(ARRAY[':vi', ':' || type, ':slice ' || slice, 'frequent',
                    CASE WHEN n % 5 = 0 THEN 'middling' END, CASE WHEN n % 500 = 1 THEN 'rare' END,
                    CASE WHEN n < 20000 THEN 'former' END,
                    CASE WHEN n > 1200 AND n % 700 BETWEEN 100 AND 600 THEN 'passing' END], NULL))
             FROM generate_series(1, 22000) AS n
            CROSS JOIN (VALUES ('article', 1), ('directive', 2), ('official', 4)) AS of_type (type, number)
            CROSS JOIN LATERAL (SELECT CASE WHEN n > 1200 THEN date '2021-04-01' + n % 700 ELSE date '1949-12-01' + 20 * n END AS day) AS said
            CROSS JOIN LATERAL (SELECT portal_search.slice(number, said.day) AS slice) AS placed
            WHERE type <> 'official' OR n < 100`,
      );
      const asked = async (word: string, most: number, days = [null, null] as (string | null)[]) => {
        const values = [word, most, ...days];
        const [found] = await newsroom.sql(
          `SELECT array_agg(one ORDER BY one) AS ids FROM portal_search.newest(
             (quote_literal($1::text))::tsquery, timestamp '2026-01-01', $3::date, $4::date, $2::integer) AS one`,
          values,
        );
        const [naive] = await newsroom.sql(
          `SELECT array_agg(id ORDER BY id) AS ids FROM (
             SELECT id, row_number() OVER (PARTITION BY type ORDER BY day DESC, public_from DESC, document_id) AS place
               FROM portal_search.documents
              WHERE terms @@ (quote_literal($1::text))::tsquery AND public_until = 'infinity'
                AND day >= coalesce($3::date, day) AND day <= coalesce($4::date, day)) AS one
            WHERE place <= $2::integer`,
          values,
        );
        return { found: found!.ids as number[], naive: naive!.ids as number[] };
      };
      for (const most of [1, 300, 3_000, 21_500]) {
        for (const word of ['frequent', 'middling', 'rare', 'former', 'passing']) {
          const { found, naive } = await asked(word, most);
          expect([word, most, found]).toEqual([word, most, naive]);
          expect([word, most, found?.length]).toEqual([word, most, expect.any(Number)]);
        }
      }
      for (const [from, to] of [
        ['1960-02-01', '2021-05-10'],
        ['2021-05-10', null],
        [null, '1970-01-01'],
      ] as const) {
        const { found, naive } = await asked('frequent', 300, [from, to]);
        expect([from, to, found]).toEqual([from, to, naive]);
        expect(found.length).toBeGreaterThan(300);
      }
    } finally {
      await newsroom.sql('ROLLBACK');
    }
  });
});
