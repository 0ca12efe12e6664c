/** The portal's months (`2021-02`) in which visible articles of a language were published, the newest first. */
export type ArchiveMonthsModel = { months: string[]; secondsToNextChange: number | null };

const visible = `a.locale = $1
       AND newsroom.is_visible(a.published_at, a.published_on, a.expires_on, a.withdrawn_on, newsroom.clock())`;

const edge = (direction: 'ASC' | 'DESC'): string => `(
  SELECT date_trunc('month', newsroom.portal_day(a.published_on)::timestamp) FROM articles a
   WHERE ${visible} ORDER BY a.published_on ${direction} LIMIT 1)`;

/** Looks for one article a month in articles_newest. */
export function archiveMonths(locale: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now)
    SELECT json_build_object(
      'months', coalesce((
        SELECT json_agg(to_char(month, 'YYYY-MM') ORDER BY month DESC)
          FROM generate_series(${edge('ASC')}, ${edge('DESC')}, interval '1 month') AS month
         WHERE EXISTS (
           SELECT FROM articles a
            WHERE ${visible}
              AND a.published_on >= newsroom.day_start(month::date)
              AND a.published_on < newsroom.day_start((month + interval '1 month')::date))), '[]'),
      'secondsToNextChange', (
        SELECT extract(epoch FROM next - now) FROM clock CROSS JOIN newsroom.next_changes(now) AS change (next))) AS model`;
  return { text, values: [locale] };
}
