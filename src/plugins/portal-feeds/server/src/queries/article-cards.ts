import { cardColumns, cardJoins, visible, type CardModel } from './card';

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

export type ArticleCardsModel = {
  cards: (CardModel & { place: Place })[];
  secondsToNextChange: number | null;
};

/**
 * Cards of visible articles, newest first, ties by document id; one more than `limit`, which tells that there is a
 * next page. Order and keyset: articles_newest; with a category or an owner, articles_newest_of_category or …_of_agency.
 */
export function articleCards(locale: string, filters: ArticleFilters, after: Place | null, limit: number) {
  const values: unknown[] = [locale, limit + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['a.locale = $1', visible('clock.now')];

  if (after) conditions.push(`(a.published_on, a.document_id) < (${bind(after[0])}, ${bind(after[1])})`);
  if (filters.category !== undefined) {
    conditions.push(`a.category_ref = ANY (ARRAY(SELECT newsroom.category_subtree(${bind(filters.category)})))`);
  }
  if (filters.agency !== undefined) {
    const owners = filters.includePredecessors ? 'directory.with_predecessors' : 'directory.agency_id';
    conditions.push(`a.agency_ref = ANY (ARRAY(SELECT ${owners}(${bind(filters.agency)})))`);
  }
  if (filters.mentions !== undefined) {
    conditions.push(`EXISTS (SELECT FROM articles_agencies_lnk link JOIN agencies named ON named.id = link.agency_id
      WHERE link.article_id = a.id AND named.slug = ${bind(filters.mentions)})`);
  }
  if (filters.official !== undefined) {
    conditions.push(`EXISTS (SELECT FROM articles_officials_lnk link JOIN officials named ON named.id = link.official_id
      WHERE link.article_id = a.id AND named.slug = ${bind(filters.official)})`);
  }
  if (filters.from !== undefined) conditions.push(`a.published_on >= newsroom.day_start(${bind(filters.from)}::date)`);
  if (filters.to !== undefined) conditions.push(`a.published_on < newsroom.day_start(${bind(filters.to)}::date + 1)`);

  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    page AS (
      SELECT a.* FROM clock, articles a
       WHERE ${conditions.join('\n         AND ')}
       ORDER BY a.published_on DESC, a.document_id DESC
       LIMIT $2
    )
    SELECT json_build_object(
      'cards', coalesce((
        SELECT json_agg(json_build_object(${cardColumns},
                 'place', json_build_array(a.published_on::text, a.document_id))
               ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page a ${cardJoins}), '[]'),
      'secondsToNextChange', (SELECT extract(epoch FROM newsroom.next_change(now) - now) FROM clock)
    ) AS model`;
  return { text, values };
}
