import type { Newsroom } from '../helpers/newsroom';

/** Row ids. */
export type Targets = { agencies: number[]; officials: number[]; categories: number[] };

type Seed = {
  /** The newsroom's own, or another of the same columns. */
  table: string;
  /** From 1; those before `from` are there already. */
  from?: number;
  to: number;
  targets: Targets;
  /** Ids of documents whose texts the articles have in turn, with what the body editor has rendered of them. */
  models: string[];
  /** How many agencies, and how many officials, each one names. */
  named: number;
  /** When the first was published, UTC, and the minutes from each to the next. */
  since?: string;
  minutes?: number;
};

const TEXT = ['summary', 'body'];
const RENDERED = ['body_blocks', 'body_html', 'body_text'];

/**
 * Fills a table of articles and its links by SQL: articles in Vietnamese, one a minute unless asked otherwise, each drafted and
 * published, with one category and one owner. Triggers and foreign keys are disabled meanwhile; what triggers derive from the newsroom's own
 * table is filled at the end.
 */
export async function seedArticles({ sql }: Newsroom, seed: Seed): Promise<void> {
  const { table, from = 1, to, targets, models, named, since = '2020-01-01', minutes = 1 } = seed;
  const isOurs = table === 'articles';
  const text = isOurs ? [...TEXT, ...RENDERED] : TEXT;
  const own = isOurs ? { columns: ', category_ref, agency_ref', values: `, ${pick('$4', 1)}, ${pick('$5', 1)}` } : null;

  await sql('SET session_replication_role = replica');
  await sql(
    `INSERT INTO ${table} (document_id, title, slug, published_on, updated_on, created_at, updated_at, published_at,
                           locale, ${text.join()} ${own?.columns ?? ''})
     SELECT document_id, 'Cải cách thủ tục hành chính ở cơ sở, rà soát thời hạn giải quyết hồ sơ, đợt ' || n,
            'cai-cach-' || n, said, said, said, said, CASE WHEN is_published THEN said END,
            'vi', ${text.map((column) => `model.${column}`).join()} ${own?.values ?? ''}
       FROM generate_series($1::integer, $2::integer) n
       CROSS JOIN LATERAL (
         SELECT 'bench' || lpad(n::text, 19, '0') AS document_id, timestamp '${since}' + n * interval '${minutes} minutes' AS said
       ) one
       CROSS JOIN (VALUES (false), (true)) AS state (is_published)
       JOIN (SELECT ${text.join()}, array_position($3::text[], document_id::text) AS turn FROM articles
              WHERE published_at IS NOT NULL AND document_id = ANY($3)) model
         ON model.turn = 1 + n % cardinality($3)`,
    [from, to, models, ...(own ? [targets.categories, targets.agencies] : [])],
  );
  const range = `document_id BETWEEN '${documentOf(from)}' AND '${documentOf(to)}'`;
  const link = (name: string, column: string, ids: number[], each: number) =>
    sql(
      `INSERT INTO ${table}_${name}_lnk (article_id, ${column}_id ${each > 1 ? `, ${column}_ord` : ''})
       SELECT id, ${pick('$1', 'place')} ${each > 1 ? ', place' : ''}
         FROM ${table}, generate_series(1, ${each}) place
        WHERE ${range}`,
      [ids],
    );
  await link('category', 'category', targets.categories, 1);
  await link('agency', 'agency', targets.agencies, 1);
  await link('agencies', 'agency', targets.agencies, named);
  await link('officials', 'official', targets.officials, named);
  if (isOurs) {
    await sql(
      `INSERT INTO newsroom.addresses (slug, locale, document_id, public_from)
       SELECT slug, locale, document_id, published_on FROM articles WHERE published_at IS NOT NULL AND ${range}`,
    );
    await sql(
      `SELECT newsroom.refresh_article_listing(ARRAY(SELECT id FROM articles WHERE published_at IS NOT NULL AND ${range}))`,
    );
  }
  await sql('SET session_replication_role = DEFAULT');
  await sql('VACUUM ANALYZE');
}

/** The document of one of them, from 1. */
export const documentOf = (n: number): string => `bench${String(n).padStart(19, '0')}`;

const pick = (ids: string, place: number | string): string =>
  `(${ids}::integer[])[1 + ((hashtext(document_id) & 65535) + ${place}) % cardinality(${ids}::integer[])]`;
