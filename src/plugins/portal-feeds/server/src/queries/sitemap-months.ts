import { visible } from './card';
import { instantText } from './instant';
import { secondsToNextChange, type Timed } from './next-change';

/** The months (`2021-02`, the portal's) in which visible articles were published, the oldest first. */
export type SitemapMonthsModel = { months: { month: string; articles: number; changedOn: string }[] } & Timed;

/** How many articles each month has, in any language, and when the last of them changed. Reads articles_through_time alone. */
export function sitemapMonths(locale: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    months AS (
      SELECT date_trunc('month', a.published_on + interval '7 hours') AS month, count(*) AS articles,
             max(greatest(a.published_on, a.updated_on)) AS changed_on
        FROM articles a
       WHERE ${visible('newsroom.clock()')}
       GROUP BY 1
    )
    SELECT json_build_object(
      'months', coalesce((
        SELECT json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'articles', articles,
            'changedOn', ${instantText('changed_on')}) ORDER BY month) FROM months), '[]'),
      ${secondsToNextChange}) AS model`;
  return { text, values: [locale] };
}
