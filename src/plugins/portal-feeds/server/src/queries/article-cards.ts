import type { ArticleCards, ArticleFilters } from '../../../../../contract';
import { articleOf, cardColumns, cardJoins, type CardModel } from './card';
import { currentSlug, idOfSlug, type NamedType } from './current-slug';
import { firstOfAll, firstListed, matchesListing, type ArticleSelection, type ListingKind } from './article-listing';
import { secondsToNextChange, type Timed } from './next-change';

/** The publication (UTC, as PostgreSQL writes it) and the document id of a page's last card. */
export type ArticlePosition = [publishedOn: string, id: string];

export type ArticleCardsModel = {
  cards: (CardModel & { position: ArticlePosition })[];
  /** The present slugs of what the given filters name. */
  filters: ArticleCards['meta']['filters'];
  /** The document ids of the same, which sign the cursor. */
  filtersById: object;
} & Timed;

type Bind = (value: unknown) => string;

type NamedFilter = keyof ArticleCardsModel['filters'];

/** The filters that the listing index serves: what each names, and the kind of listing; those with the fewest articles first. */
const NAMED_FILTERS: readonly [NamedFilter, NamedType, ListingKind][] = [
  ['official', 'official', 'official'],
  ['mentions', 'agency', 'mention'],
  ['agency', 'agency', 'agency'],
  ['category', 'category', 'category'],
];

const givenFilters = (filters: ArticleFilters) => NAMED_FILTERS.filter(([filter]) => filters[filter] !== undefined);

/** The ids that a filter lists by, as SQL; its slug is the column of the filter's name in `named`. */
function listedIds(filter: NamedFilter, includePredecessors: boolean | undefined): string {
  const slug = `named.${filter}`;
  if (filter === 'official') return `SELECT id FROM officials WHERE slug = (SELECT ${slug} FROM named)`;
  if (filter === 'mentions') return `SELECT id FROM agencies WHERE slug = (SELECT ${slug} FROM named)`;
  const owners = includePredecessors ? 'directory.with_predecessors' : 'directory.agency_id';
  const source = filter === 'category' ? 'newsroom.category_subtree' : owners;
  return `SELECT ids.* FROM named CROSS JOIN LATERAL ${source}(${slug}) ids`;
}

/** The ids of a page and one more. With several filters, the rows of the first are scanned and the others checked. */
function pageOf(filters: ArticleFilters, after: ArticlePosition | null, bind: Bind): string {
  const { from, to } = filters;
  const listings = givenFilters(filters).map(
    ([filter, , kind]) => [kind, listedIds(filter, filters.includePredecessors)] as const,
  );
  const [first, ...others] = listings;
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

/** The present slugs of what the given filters name, as columns. */
const presentSlugs = (filters: ArticleFilters, bind: Bind): string =>
  givenFilters(filters)
    .map(([filter, type]) => `${currentSlug(type, bind(filters[filter]))} AS ${filter}`)
    .join(',\n');

/** The document ids of what the given filters name, of the row `named`; null where nothing ever had that name. */
const namedIds = (filters: ArticleFilters): string => `(
  SELECT to_json(ids) FROM (
    SELECT ${givenFilters(filters)
      .map(([filter, type]) => `${idOfSlug(type, `named.${filter}`)} AS ${filter}`)
      .join(', ')} FROM named) ids)`;

/** The filters that name something, by document ids. */
export function filtersById(locale: string, filters: ArticleFilters) {
  const values: unknown[] = [locale];
  const slugs = presentSlugs(filters, (value) => `$${values.push(value)}`);
  return { text: `WITH named AS (SELECT ${slugs}) SELECT ${namedIds(filters)} AS model`, values };
}

/**
 * Cards of visible articles, newest first, ties by document id: one more than `limit`, to detect a next page.
 */
export function articleCards(locale: string, filters: ArticleFilters, after: ArticlePosition | null, limit: number) {
  const values: unknown[] = [locale, limit + 1];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const named = presentSlugs(filters, bind);
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    named AS MATERIALIZED (SELECT ${named}),
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
      'filters', (SELECT to_json(named) FROM named), 'filtersById', ${namedIds(filters)},
      ${secondsToNextChange}
    ) AS model`;
  const { category, agency, mentions, official, from, to } = filters;
  const given = [category, agency, mentions, official, from, to].filter((value) => value !== undefined);
  return { text, values, hasManyForms: given.length > 1 };
}
