import { visible } from './card';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';

/** As many as a news sitemap may have, by the rules of Google News. */
const MOST = 1_000;

export type SitemapNewsModel = {
  articles: { slug: string; locale: string; title: string; publishedOn: string }[];
} & Timed;

/**
 * What was published yesterday and today, in any language, the newest first: never more than two days old, and by days
 * of the portal, so that time alone changes it only at its midnight. Scans articles_next_embargo.
 */
export function sitemapNews(locale: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now)
    SELECT json_build_object(
      'articles', coalesce((
        SELECT json_agg(json_build_object('slug', slug, 'locale', locale, 'title', title,
            'publishedOn', ${instantText('published_on')}) ORDER BY published_on DESC, document_id DESC, locale)
          FROM (
            SELECT a.slug, a.locale, a.title, a.published_on, a.document_id FROM articles a
             WHERE ${visible('newsroom.clock()')}
               AND a.published_on >= newsroom.day_start(newsroom.portal_day(newsroom.clock()) - 1)
             ORDER BY a.published_on DESC, a.document_id DESC, a.locale
             LIMIT ${MOST}) newest), '[]'),
      ${secondsToNextChange}) AS model`;
  return { text, values: [locale] };
}
