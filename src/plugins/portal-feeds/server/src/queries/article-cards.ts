import { cardColumns, cardJoins, visible, type CardModel } from './card';
import { secondsToNextChange, type Timed } from './next-change';

export type ArticleFilters = {
  category?: string | undefined;
  agency?: string | undefined;
  includePredecessors?: boolean | undefined;
  mentions?: string | undefined;
  official?: string | undefined;
  /** First and last civil day of publication, `YYYY-MM-DD`. */
  from?: string | undefined;
  to?: string | undefined;
};

/** A place in the order: the publication (UTC, as PostgreSQL writes it) and the document id of the last card seen. */
export type Place = [publishedOn: string, id: string];

export type ArticleCardsModel = { cards: (CardModel & { place: Place })[] } & Timed;

type Bind = (value: unknown) => string;

/**
 * The rows that a list is merged from, each of which an index keeps in the list's order: the categories of a subtree
 * (articles_newest_of_category), the owners (articles_newest_of_agency), or all (articles_newest).
 */
function members({ category, agency, includePredecessors }: ArticleFilters, bind: Bind) {
  if (category !== undefined) {
    return { rows: `newsroom.category_subtree(${bind(category)}) AS member (id)`, is: 'a.category_ref = member.id' };
  }
  if (agency !== undefined) {
    const owners = includePredecessors ? 'directory.with_predecessors' : 'directory.agency_id';
    return { rows: `${owners}(${bind(agency)}) AS member (id)`, is: 'a.agency_ref = member.id' };
  }
  return { rows: '(VALUES (0)) AS member (id)', is: 'true' };
}

function conditions(filters: ArticleFilters, after: Place | null, bind: Bind): string[] {
  const { category, agency, includePredecessors, mentions, official, from, to } = filters;
  const all: string[] = [];
  if (after) all.push(`(a.published_on, a.document_id) < (${bind(after[0])}, ${bind(after[1])})`);
  if (category !== undefined && agency !== undefined) {
    const owners = includePredecessors ? 'directory.with_predecessors' : 'directory.agency_id';
    all.push(`a.agency_ref IN (SELECT ${owners}(${bind(agency)}))`);
  }
  if (mentions !== undefined) {
    all.push(`EXISTS (SELECT FROM articles_agencies_lnk link JOIN agencies named ON named.id = link.agency_id
      WHERE link.article_id = a.id AND named.slug = ${bind(mentions)})`);
  }
  if (official !== undefined) {
    all.push(`EXISTS (SELECT FROM articles_officials_lnk link JOIN officials named ON named.id = link.official_id
      WHERE link.article_id = a.id AND named.slug = ${bind(official)})`);
  }
  if (from !== undefined) all.push(`a.published_on >= newsroom.day_start(${bind(from)}::date)`);
  if (to !== undefined) all.push(`a.published_on < newsroom.day_start(${bind(to)}::date + 1)`);
  return all;
}

/**
 * Cards of visible articles, newest first, ties by document id; one more than `limit`, which tells that there is a
 * next page.
 */
export function articleCards(locale: string, filters: ArticleFilters, after: Place | null, limit: number) {
  const values: unknown[] = [locale, limit + 1];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { rows, is } = members(filters, bind);
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    page AS (
      SELECT a.* FROM clock CROSS JOIN ${rows}
       CROSS JOIN LATERAL (
         SELECT a.* FROM articles a
          WHERE ${[is, 'a.locale = $1', visible('clock.now'), ...conditions(filters, after, bind)].join('\n            AND ')}
          ORDER BY a.published_on DESC, a.document_id DESC
          LIMIT $2
       ) a
       ORDER BY a.published_on DESC, a.document_id DESC
       LIMIT $2
    )
    SELECT json_build_object(
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}, 'place', json_build_array(a.published_on::text, a.document_id))
               ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page a ${cardJoins}), '[]'),
      ${secondsToNextChange}
    ) AS model`;
  return { text, values };
}
