import { visible } from './card';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';

/** The months (`2021-02`, the portal's) in which visible articles were published, the oldest first. */
export type SitemapMonthsModel = { months: { month: string; articles: number; changedOn: string }[] } & Timed;

const PUBLISHED = `SELECT a.published_on + interval '7 hours' AS wall_clock FROM articles a WHERE ${visible('newsroom.clock()')}`;

/** How many articles each month has, in any language, and when the last of them changed. Reads articles_by_month alone. */
export function sitemapMonths(locale: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    months AS (
      SELECT month, found.articles, found.changed_on
        FROM generate_series(
               date_trunc('month', (${PUBLISHED} ORDER BY 1 LIMIT 1)),
               date_trunc('month', (${PUBLISHED} ORDER BY 1 DESC LIMIT 1)), interval '1 month') AS month
       CROSS JOIN LATERAL (
         SELECT count(*) AS articles, max(greatest(a.published_on, a.updated_on)) AS changed_on FROM articles a
          WHERE ${visible('newsroom.clock()')}
            AND a.published_on + interval '7 hours' >= month
            AND a.published_on + interval '7 hours' < month + interval '1 month'
       ) found
       WHERE found.articles > 0
    )
    SELECT json_build_object(
      'months', coalesce((
        SELECT json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'articles', articles,
            'changedOn', ${instantText('changed_on')}) ORDER BY month) FROM months), '[]'),
      ${secondsToNextChange}) AS model`;
  return { text, values: [locale] };
}
