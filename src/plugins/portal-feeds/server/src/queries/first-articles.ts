import { visible } from './card';

/** What articles are filed under in newsroom.articles_under. */
export type Kind = 'category' | 'agency' | 'mention' | 'official';

/** Which articles `a`, in SQL: the language, the clock, how many, and what else is asked of their place in the order. */
export type List = {
  locale: string;
  now: string;
  limit: string | number;
  condition?: string;
  /** The newest first, unless the oldest are meant. */
  direction?: 'ASC' | 'DESC';
};

/**
 * As many as any list takes: a latest-news list has at most fifty places and as many pins, a page fifty and one more, a
 * feed fifty. Of a limit that it does not know the planner believes that it is a tenth of all, and would rather sort the
 * whole table than walk an index.
 */
const MOST = 100;

/** The first visible articles of all: `id`, `published_on` and `document_id`. Walks articles_newest. */
export const firstOfAll = ({ locale, now, limit, condition = 'true', direction = 'DESC' }: List): string => `
  SELECT * FROM (
    SELECT a.id, a.published_on, a.document_id FROM articles a
     WHERE a.locale = ${locale} AND ${visible(now)} AND ${condition}
     ORDER BY a.published_on ${direction}, a.document_id ${direction}
     LIMIT ${MOST}) first
   LIMIT ${limit}`;

/**
 * The first visible articles under each of several members, ids in a row source of one column: of each as many as the
 * limit says. Walks articles_under_in_order.
 */
export const firstUnder = (kind: Kind, members: string, list: List): string => {
  const { locale, now, limit, condition = 'true', direction = 'DESC' } = list;
  return `
  SELECT first.* FROM ${members} AS member (id) CROSS JOIN LATERAL (
    SELECT * FROM (
      SELECT a.article_id AS id, a.published_on, a.document_id FROM newsroom.articles_under a
       WHERE a.kind = '${kind}' AND a.ref = member.id AND a.locale = ${locale}
         AND newsroom.is_visible(a.published_on, a.expires_on, a.withdrawn_on, ${now}) AND ${condition}
       ORDER BY a.published_on ${direction}, a.document_id ${direction}
       LIMIT ${MOST}) first
     LIMIT ${limit}) first`;
};

/**
 * That a row `a` of `firstUnder` is filed under one of some ids of another kind too. Asked of each row by itself: of an
 * EXISTS the planner may make a join that reads all that is filed under those ids.
 */
export const isUnder = (kind: Kind, ids: string): string => `
  coalesce((SELECT true FROM newsroom.articles_under other
    WHERE other.article_id = a.article_id AND other.kind = '${kind}' AND other.ref IN (${ids}) LIMIT 1), false)`;

/**
 * The first visible articles by the rule of a row with `agencies` and `categories`, arrays of ids or null for any: of
 * each agency or category as many as the limit says. Where both are asked for, those of the agencies are walked, which
 * usually have fewer. An arm that the rule does not mean has no rows.
 */
export const firstByRule = (row: string, list: List): string => {
  const inCategories = `(${row}.categories IS NULL OR ${isUnder('category', `SELECT unnest(${row}.categories)`)})`;
  return `
  ${firstUnder('agency', `(SELECT unnest(${row}.agencies))`, { ...list, condition: inCategories })}
  UNION ALL
  ${firstUnder('category', `(SELECT unnest(${row}.categories) WHERE ${row}.agencies IS NULL)`, list)}
  UNION ALL
  SELECT first.* FROM (SELECT WHERE ${row}.categories IS NULL AND ${row}.agencies IS NULL) everything
   CROSS JOIN LATERAL (${firstOfAll(list)}) first`;
};
