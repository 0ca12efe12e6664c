import type { ArticleFilters } from '../../../../../contract';
import { articleOf, cardColumns, cardJoins, type CardModel } from './card';
import { firstOfAll, firstListed, matchesListing, type ArticleSelection, type ListingKind } from './article-listing';
import { secondsToNextChange, type Timed } from './next-change';

/** The publication (UTC, as PostgreSQL writes it) and the document id of a page's last card. */
export type ArticlePosition = [publishedOn: string, id: string];

export type ArticleCardsModel = { cards: (CardModel & { position: ArticlePosition })[] } & Timed;

type Bind = (value: unknown) => string;

/** The filters that the listing index serves: the kind, and the ids as SQL; the kinds with the fewest articles first. */
function listingFilters(filters: ArticleFilters, bind: Bind): [kind: ListingKind, ids: string][] {
  const { category, agency, includePredecessors, mentions, official } = filters;
  const owners = includePredecessors ? 'directory.with_predecessors' : 'directory.agency_id';
  const all: [ListingKind, string | undefined, (slug: string) => string][] = [
    ['official', official, (slug) => `SELECT id FROM officials WHERE slug = ${slug}`],
    ['mention', mentions, (slug) => `SELECT id FROM agencies WHERE slug = ${slug}`],
    ['agency', agency, (slug) => `SELECT * FROM ${owners}(${slug})`],
    ['category', category, (slug) => `SELECT * FROM newsroom.category_subtree(${slug})`],
  ];
  return all.flatMap(([kind, slug, ids]) => (slug === undefined ? [] : [[kind, ids(bind(slug))]]));
}

/** The ids of a page and one more. With several filters, the rows of the first are scanned and the others checked. */
function pageOf(filters: ArticleFilters, after: ArticlePosition | null, bind: Bind): string {
  const { from, to } = filters;
  const [first, ...others] = listingFilters(filters, bind);
  const conditions = others.map(([kind, ids]) => matchesListing(kind, ids));
  if (after) conditions.push(`(a.published_on, a.document_id) < (${bind(after[0])}::timestamp, ${bind(after[1])})`);
  if (from !== undefined) conditions.push(`a.published_on >= newsroom.day_start(${bind(from)}::date)`);
  if (to !== undefined) conditions.push(`a.published_on < newsroom.day_start(${bind(to)}::date + 1)`);
  const selection: ArticleSelection = {
    locale: '$1',
    now: 'clock.now',
    limit: '$2::integer',
    ...(conditions.length > 0 && { condition: conditions.join('\n         AND ') }),
  };
  return first ? firstListed(first[0], `(${first[1]})`, selection) : firstOfAll(selection);
}

/**
 * Cards of visible articles, newest first, ties by document id: one more than `limit`, to detect a next page.
 */
export function articleCards(locale: string, filters: ArticleFilters, after: ArticlePosition | null, limit: number) {
  const values: unknown[] = [locale, limit + 1];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    page AS (
      SELECT newest.* FROM clock CROSS JOIN LATERAL (${pageOf(filters, after, bind)}) newest
       ORDER BY newest.published_on DESC, newest.document_id DESC
       LIMIT $2
    )
    SELECT json_build_object(
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}, 'position', json_build_array(a.published_on::text, a.document_id))
               ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page CROSS JOIN ${articleOf('page')} ${cardJoins}), '[]'),
      ${secondsToNextChange}
    ) AS model`;
  const { category, agency, mentions, official, from, to } = filters;
  const given = [category, agency, mentions, official, from, to].filter((value) => value !== undefined);
  return { text, values, hasManyForms: given.length > 1 };
}
