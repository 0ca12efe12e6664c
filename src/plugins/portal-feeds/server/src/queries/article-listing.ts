import { articleOf, cardColumns, cardJoins, visible } from './card';

/** What articles are listed by in newsroom.article_listing. */
export type ListingKind = 'category' | 'agency' | 'mention' | 'official';

/** Which articles `a`, in SQL expressions: the language, the clock, how many, and a further condition. */
export type ArticleSelection = {
  locale: string;
  now: string;
  limit: string | number;
  condition?: string;
  /** Of publication; the newest first by default. */
  direction?: 'ASC' | 'DESC';
};

/**
 * At least what any list needs: a latest-news list has at most fifty positions and as many pins, a page fifty and one
 * more, a feed fifty. A literal, since the planner assumes a tenth of all rows for a parameter limit, and sorts
 * the whole table instead of scanning an index.
 */
const MAX_ROWS = 100;

/** The first visible articles of all: `id`, `published_on` and `document_id`. Scans articles_newest. */
export const firstOfAll = ({
  locale,
  now,
  limit,
  condition = 'true',
  direction = 'DESC',
}: ArticleSelection): string => `
  SELECT * FROM (
    SELECT a.id, a.published_on, a.document_id FROM articles a
     WHERE a.locale = ${locale} AND ${visible(now)} AND ${condition}
     ORDER BY a.published_on ${direction}, a.document_id ${direction}
     LIMIT ${MAX_ROWS}) first
   LIMIT ${limit}`;

/**
 * The first visible articles that are listed by each of several ids, a row source of one column: as many of each as the
 * limit says. Scans article_listing_order.
 */
export const firstListed = (kind: ListingKind, ids: string, selection: ArticleSelection): string => {
  const { locale, now, limit, condition = 'true', direction = 'DESC' } = selection;
  return `
  SELECT first.* FROM ${ids} AS member (id) CROSS JOIN LATERAL (
    SELECT * FROM (
      SELECT a.article_id AS id, a.published_on, a.document_id FROM newsroom.article_listing a
       WHERE a.kind = '${kind}' AND a.ref = member.id AND a.locale = ${locale}
         AND newsroom.is_visible(a.published_on, a.expires_on, a.withdrawn_on, ${now}) AND ${condition}
       ORDER BY a.published_on ${direction}, a.document_id ${direction}
       LIMIT ${MAX_ROWS}) first
     LIMIT ${limit}) first`;
};

/** How many articles an agency's or an official's answer shows. */
const LATEST = 10;

/** The cards of the newest articles that are listed by an id, as a JSON array; for `$1`, the locale, beside `clock`. */
export const latestCards = (kind: ListingKind, id: string): string => `coalesce((
  SELECT json_agg(json_build_object(${cardColumns}) ORDER BY a.published_on DESC, a.document_id DESC)
    FROM clock CROSS JOIN LATERAL (
      ${firstListed(kind, `(SELECT ${id})`, { locale: '$1', now: 'clock.now', limit: LATEST })}
    ) page CROSS JOIN ${articleOf('page')} ${cardJoins}), '[]')`;

/**
 * Whether a row `a` of `firstListed` is listed by one of some ids of another kind too. A scalar subquery for each row:
 * the planner may turn an EXISTS into a join that reads all rows listed by those ids.
 */
export const matchesListing = (kind: ListingKind, ids: string): string => `
  coalesce((SELECT true FROM newsroom.article_listing other
    WHERE other.article_id = a.article_id AND other.kind = '${kind}' AND other.ref IN (${ids}) LIMIT 1), false)`;

/**
 * The first visible articles by the rule of a row with `agencies` and `categories`, arrays of ids or null for any: as
 * many of each agency or category as the limit says. Where both are given, the articles of the agencies are scanned,
 * which are usually fewer. An arm of the UNION that does not apply has no rows.
 */
export const firstByRule = (row: string, selection: ArticleSelection): string => {
  const inCategories = `(${row}.categories IS NULL OR ${matchesListing('category', `SELECT unnest(${row}.categories)`)})`;
  return `
  ${firstListed('agency', `(SELECT unnest(${row}.agencies))`, { ...selection, condition: inCategories })}
  UNION ALL
  ${firstListed('category', `(SELECT unnest(${row}.categories) WHERE ${row}.agencies IS NULL)`, selection)}
  UNION ALL
  SELECT first.* FROM (SELECT WHERE ${row}.categories IS NULL AND ${row}.agencies IS NULL) everything
   CROSS JOIN LATERAL (${firstOfAll(selection)}) first`;
};
