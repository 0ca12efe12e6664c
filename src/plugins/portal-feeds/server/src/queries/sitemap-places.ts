import { secondsToNextChange, type Timed } from './next-change';

/** The slugs of documents that have a page in every language, and those languages. */
export type SitemapPlacesModel = {
  locales: string[];
  categories: string[];
  agencies: string[];
  officials: string[];
} & Timed;

/** Categories, agencies that exist today, and people in office, by slug. */
export function sitemapPlaces(locale: string) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    day AS (SELECT newsroom.portal_day(now) AS day FROM clock)
    SELECT json_build_object(
      'locales', (SELECT json_agg(code ORDER BY (code = $1) DESC, code) FROM i18n_locale),
      'categories', coalesce((SELECT json_agg(slug ORDER BY slug) FROM categories WHERE slug IS NOT NULL), '[]'),
      'agencies', coalesce((SELECT json_agg(agency.slug ORDER BY agency.slug) FROM day CROSS JOIN agencies agency
        WHERE agency.slug IS NOT NULL AND directory.agency_status(agency, day.day) = 'active'), '[]'),
      'officials', coalesce((SELECT json_agg(slug ORDER BY slug) FROM (
          SELECT DISTINCT official.slug FROM day CROSS JOIN LATERAL directory.people_in_office(day.day) held
            JOIN officials official ON official.id = held.official_ref WHERE official.slug IS NOT NULL) in_office), '[]'),
      ${secondsToNextChange}) AS model`;
  return { text, values: [locale] };
}
