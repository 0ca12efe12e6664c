import type { SearchedType, SearchRequest } from '../../../../../contract';
import { rowOfName } from '../../../../../postgres/former-slugs';
import type { ParsedQuery } from '../requests/parse-query';
import { MOST_CANDIDATES } from '../schema/candidates';
import { MOST_SIMILAR } from '../schema/inexact';
import type { Source } from '../schema/source';

/** What portal-feeds has registered of a type: an SQL expression of its card, for the row `found.source_id`. */
type CardSql = { type: string; sql: string };

/** The score, or the instant of a document (`YYYY-MM-DD …`, UTC), and the document id of a page's last hit. */
export type HitPosition = [by: number | string, id: string];

export type SearchModel = {
  hits: { type: SearchedType; card: unknown; text: string | null; position: HitPosition }[];
  types: { type: SearchedType; count: number; capped: boolean }[];
  filters: SearchRequestFilters;
  filtersById: object;
  /** The words that were searched, each segment with its spellings. */
  segments: string[][][];
  /** Whether something has all words. */
  isExact: boolean;
  /** The name that comes nearest, where nothing has all words. */
  nearest: string | null;
  secondsToNextChange: number;
};

type SearchRequestFilters = { category?: string | null; agency?: string | null };

type Filters = Pick<SearchRequest, 'category' | 'agency' | 'from' | 'to' | 'type'>;

/** Documents with all words, below which those that have most of them are found too; by date only where none has. */
const FEW_EXACT = 10;

/** Whatever else they have, they come after those with all words. */
const BELOW_EXACT = 20_000;

const namedRows = (category: string, agency: string): string => `
  named AS MATERIALIZED (
    SELECT category.id AS category_id, category.document_id AS category_document, category.slug AS category,
           agency.id AS agency_id, agency.document_id AS agency_document, agency.slug AS agency
      FROM (SELECT) one
      LEFT JOIN LATERAL (${rowOfName('newsroom', 'categories', category)}) category ON true
      LEFT JOIN LATERAL (${rowOfName('directory', 'agencies', agency)}) agency ON true)`;

const byId = `json_strip_nulls(json_build_object('category', named.category_document, 'agency', named.agency_document))`;

/** The filters that name something, by document ids. */
export function filtersById(locale: string, { category, agency }: Filters) {
  const text = `WITH ${namedRows('$2::text', '$3::text')} SELECT ${byId} AS model FROM named`;
  return { text, values: [locale, category ?? null, agency ?? null] };
}

/** The properties that a hit has to have, as a text of `tsquery`; none has those of what nothing is named. */
const condition = `
  portal_search.in_language($1)
  || CASE WHEN $5::text IS NULL THEN '' ELSE ' & (' || coalesce(
       (SELECT string_agg(quote_literal(':category ' || id), ' | ') FROM newsroom.category_subtree(named.category) AS under (id)),
       ''':none''') || ')' END
  || CASE WHEN $6::text IS NULL THEN '' ELSE ' & ' || coalesce(quote_literal(':agency ' || named.agency_id), ''':none''') END`;

const caseOf = (parts: readonly { type: string; sql: string }[]): string =>
  parts.length === 0
    ? 'NULL'
    : `CASE found.type ${parts.map(({ type, sql }) => `WHEN '${type}' THEN ${sql}`).join('\n')} END`;

const excerpts = (sources: readonly Source[]) =>
  sources.map(({ type, table, excerpted }) => ({
    type,
    sql: `(SELECT ${excerpted} FROM ${table} here WHERE here.id = found.source_id)`,
  }));

/** When a document is of: an article of its publication, others of their day. */
const instant = `CASE WHEN isfinite(known.public_from) AND known.since = '-infinity' THEN known.public_from
  WHEN known.day IS NOT NULL THEN known.day::timestamp ELSE '-infinity' END`;

const SORTS = {
  relevance: { by: 'score', type: 'integer', key: 'found.score' },
  date: { by: 'instant', type: 'timestamp', key: 'found.instant::text' },
};

/**
 * The documents that a query finds, the best or the newest first, ties by document id: one more than `limit`. What each has in common with
 * the query is portal_search.candidates'; what else decides its place is portal_search.own_points'. Where nothing has all words,
 * those whose names are spelt alike.
 *
 * @param cards of the registered types
 */
export function search(
  locale: string,
  query: ParsedQuery,
  request: Filters & Pick<SearchRequest, 'sort'>,
  after: HitPosition | null,
  limit: number,
  { cards, sources }: { cards: readonly CardSql[]; sources: readonly Source[] },
) {
  const { by, type: sortType, key } = SORTS[request.sort];
  const isAfter = after
    ? `AND (found.${by} < $11::${sortType} OR found.${by} = $11::${sortType} AND found.document_id > $12)`
    : '';
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now, newsroom.portal_day(newsroom.clock()) AS today),
    ${namedRows('$5::text', '$6::text')},
    asked AS MATERIALIZED (
      SELECT ${condition} AS condition, portal_search.flat_key(portal_search.word_key($2)) AS flat,
             read.segments, portal_search.whole_names(read.segments) AS whole
        FROM named CROSS JOIN LATERAL (SELECT portal_search.query_segments($2) AS segments OFFSET 0) AS read),
    -- In the order of the index that their rows are read by.
    exact AS MATERIALIZED (
      SELECT one.document AS id, sum(one.points)::integer AS points
        FROM clock CROSS JOIN asked CROSS JOIN LATERAL portal_search.candidates(
          $2, $3::text[], $4::text[], asked.condition, clock.now, $7::date, $8::date, ${MOST_CANDIDATES}) AS one
       GROUP BY one.document ORDER BY one.document),
    inexact AS MATERIALIZED (
      SELECT one.document AS id, one.points - ${BELOW_EXACT} AS points
        FROM clock CROSS JOIN asked CROSS JOIN LATERAL portal_search.partial(
          $2, asked.condition, clock.now, $7::date, $8::date) AS one
       WHERE cardinality($3::text[]) = 0 AND cardinality($4::text[]) = 0
         AND (SELECT count(*) FROM exact) < ${request.sort === 'date' ? 1 : FEW_EXACT} AND one.document NOT IN (SELECT id FROM exact)),
    alike AS MATERIALIZED (
      SELECT one.document AS id, one.points
        FROM clock CROSS JOIN LATERAL portal_search.alike($2, $1, clock.now, ARRAY(SELECT id FROM inexact), ${MOST_SIMILAR}) AS one
       WHERE coalesce($5, $6, $7::text, $8::text) IS NULL AND cardinality($3::text[]) = 0 AND cardinality($4::text[]) = 0
         AND NOT EXISTS (SELECT FROM exact)),
    matched AS MATERIALIZED (
      SELECT * FROM exact
       UNION ALL
      SELECT id, max(points) FROM (SELECT * FROM inexact UNION ALL SELECT * FROM alike) AS one GROUP BY id),
    found AS MATERIALIZED (
      SELECT known.type, known.document_id, known.source_id, ${instant} AS instant,
             matched.points + portal_search.own_points(
               known.flat_names, known.day, known.closed_on, asked.flat, asked.whole, clock.today) AS score
        FROM clock CROSS JOIN asked CROSS JOIN matched JOIN portal_search.documents known ON known.id = matched.id),
    page AS (
      SELECT found.*, row_number() OVER (ORDER BY found.${by} DESC, found.document_id) AS place FROM found
       WHERE found.type = coalesce($9::text, found.type) ${isAfter}
       ORDER BY found.${by} DESC, found.document_id
       LIMIT $10)
    SELECT json_build_object(
      'hits', coalesce((
        SELECT json_agg(json_build_object('type', found.type, 'card', ${caseOf(cards)}, 'text', ${caseOf(excerpts(sources))},
                 'position', json_build_array(${key}, found.document_id)) ORDER BY found.place)
          FROM page AS found), '[]'),
      'types', coalesce((
        SELECT json_agg(json_build_object('type', counted.type, 'count', least(counted.count, ${MOST_CANDIDATES}),
                 'capped', counted.count >= ${MOST_CANDIDATES}) ORDER BY counted.count DESC, counted.type)
          FROM (SELECT type, count(*) AS count FROM found GROUP BY type) AS counted), '[]'),
      'filters', (SELECT to_json(given) FROM (SELECT category, agency FROM named) AS given),
      'filtersById', (SELECT ${byId} FROM named),
      'segments', (
        SELECT json_agg(one) FROM (
          SELECT segments FROM asked UNION ALL SELECT portal_search.query_segments(quoted) FROM unnest($3::text[]) AS quoted) AS all_read (one)),
      'isExact', EXISTS (SELECT FROM exact),
      'nearest', (
        SELECT known.names FROM alike JOIN portal_search.documents known ON known.id = alike.id
         ORDER BY alike.points DESC, known.document_id LIMIT 1),
      'secondsToNextChange', (
        SELECT extract(epoch FROM next - now) FROM clock CROSS JOIN newsroom.next_changes(now) AS change (next))) AS model`;
  const { category, agency, from, to, type } = request;
  const filters = [category, agency, from, to, type].map((value) => value ?? null);
  const values = [locale, query.main, query.quoted, query.excluded, ...filters, limit + 1, ...(after ?? [])];
  return { text, values };
}
