import { visible } from './card';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';

/** An article's page, and the same article's in every language in which it is visible, its own among them. */
export type SitemapArticleModel = {
  slug: string;
  locale: string;
  changedOn: string;
  languages: { locale: string; slug: string }[];
};

export type SitemapArticlesModel = { articles: SitemapArticleModel[] } & Timed;

/**
 * One part of the visible articles of a month in the portal's zone, in any language, oldest first. Scans
 * articles_by_month; the other languages are found by articles_one_published.
 *
 * @param month `2021-02`
 * @param part from 1
 */
export function sitemapArticles(locale: string, month: string, part: number, size: number) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    part AS (
      SELECT a.document_id, a.slug, a.locale, a.published_on, greatest(a.published_on, a.updated_on) AS changed_on
        FROM articles a
       WHERE ${visible('newsroom.clock()')}
         AND a.published_on + interval '7 hours' >= $2::timestamp
         AND a.published_on + interval '7 hours' < $2::timestamp + interval '1 month'
       ORDER BY a.published_on + interval '7 hours', a.document_id, a.locale
       LIMIT $4 OFFSET $4::integer * ($3::integer - 1)
    )
    SELECT json_build_object(
      'articles', coalesce((
        SELECT json_agg(json_build_object('slug', part.slug, 'locale', part.locale,
            'changedOn', ${instantText('part.changed_on')},
            'languages', (
              SELECT json_agg(json_build_object('locale', a.locale, 'slug', a.slug) ORDER BY a.locale)
                FROM articles a
               WHERE a.document_id = part.document_id AND ${visible('clock.now')}))
          ORDER BY part.published_on, part.document_id, part.locale)
          FROM clock CROSS JOIN part), '[]'),
      ${secondsToNextChange}) AS model`;
  return { text, values: [locale, `${month}-01`, part, size] };
}
