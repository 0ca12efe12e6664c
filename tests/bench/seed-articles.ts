import type { Newsroom } from '../helpers/newsroom';

/** About as long as an article of the portal: 30 paragraphs, four kilobytes of text. */
const SENTENCE =
  'Các sở, ngành và địa phương rà soát thủ tục, niêm yết công khai thời hạn giải quyết và trả kết quả đúng hẹn cho người dân.';
const PARAGRAPHS = 30;

type Targets = { agencies: number[]; officials: number[]; categories: number[] };

/**
 * Fills a table of articles and its links by SQL: `count` articles in Vietnamese, each drafted and published, with one
 * category, one owner, four agencies and four officials. Row ids are the targets'. With a `model`, its text stands in
 * each, with what the body editor renders of it.
 */
export async function seedArticles(
  { sql }: Newsroom,
  table: string,
  count: number,
  targets: Targets,
  model?: string,
): Promise<void> {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: SENTENCE }] };
  const body = JSON.stringify({ type: 'doc', content: Array.from({ length: PARAGRAPHS }, () => paragraph) });
  await sql(
    `INSERT INTO ${table} (document_id, title, slug, summary, body, published_on, updated_on, created_at, updated_at,
                           published_at, locale)
     SELECT 'bench' || lpad(n::text, 19, '0'), 'Cải cách thủ tục hành chính, đợt ' || n, 'cai-cach-' || n, $2, $3::jsonb,
            said, said, said, said, CASE WHEN is_published THEN said END, 'vi'
       FROM generate_series(1, $1::integer) n
       CROSS JOIN LATERAL (SELECT timestamp '2020-01-01' + n * interval '1 minute' AS said) clock
       CROSS JOIN (VALUES (false), (true)) AS state (is_published)`,
    [count, SENTENCE, body],
  );
  if (model) {
    await sql(
      `UPDATE ${table} a SET body = m.body, body_blocks = m.body_blocks, body_html = m.body_html, body_text = m.body_text
         FROM (SELECT * FROM ${table} WHERE document_id = $1 LIMIT 1) m WHERE a.document_id LIKE 'bench%'`,
      [model],
    );
  }
  const link = (name: string, column: string, ids: number[], each: number) =>
    sql(
      `INSERT INTO ${table}_${name}_lnk (article_id, ${column}_id${each > 1 ? `, ${column}_ord` : ''})
       SELECT id, ($1::integer[])[1 + ((hashtext(document_id) & 65535) + place) % cardinality($1::integer[])]
              ${each > 1 ? ', place' : ''}
         FROM ${table}, generate_series(1, ${each}) place`,
      [ids],
    );
  await link('category', 'category', targets.categories, 1);
  await link('agency', 'agency', targets.agencies, 1);
  await link('agencies', 'agency', targets.agencies, 4);
  await link('officials', 'official', targets.officials, 4);
  await sql('ANALYZE');
}
