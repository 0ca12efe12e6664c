/** The years of issue of public directives, the oldest first, and how many pages each has, in any language. */
export type DirectiveYearsModel = { year: number; pages: number }[];

export type DirectivePageModel = {
  slug: string;
  locale: string;
  changedOn: string;
  languages: { locale: string; slug: string }[];
};

const issued = (direction: string): string => `
  SELECT extract(year FROM d.issued_on)::integer FROM directives d
   WHERE d.published_at IS NOT NULL ORDER BY d.issued_on ${direction} LIMIT 1`;

/** Reads directives_by_issue alone. */
export function directiveYears(locale: string) {
  const text = `
    SELECT coalesce(json_agg(json_build_object('year', year, 'pages', found.pages) ORDER BY year), '[]') AS model
      FROM generate_series((${issued('ASC')}), (${issued('DESC')})) AS year
     CROSS JOIN LATERAL (
       SELECT count(*) AS pages FROM directives d
        WHERE d.published_at IS NOT NULL
          AND d.issued_on >= make_date(year, 1, 1) AND d.issued_on < make_date(year + 1, 1, 1)) found
     WHERE found.pages > 0 AND EXISTS (SELECT FROM i18n_locale WHERE code = $1)`;
  return { text, values: [locale] };
}

/**
 * One part of the public directives of a year, in any language, the oldest issue first. By directives_by_issue; the
 * other languages by directives_one_published.
 *
 * @param part from 1
 */
export function directivePages(locale: string, year: number, part: number, size: number) {
  const text = `
    SELECT coalesce(json_agg(json_build_object('slug', part.slug, 'locale', part.locale,
        'changedOn', to_char(part.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'languages', (
          SELECT json_agg(json_build_object('locale', d.locale, 'slug', d.slug) ORDER BY d.locale)
            FROM directives d WHERE d.document_id = part.document_id AND d.published_at IS NOT NULL))
      ORDER BY part.issued_on, part.document_id, part.locale), '[]') AS model
      FROM (
        SELECT d.* FROM directives d
         WHERE d.published_at IS NOT NULL AND EXISTS (SELECT FROM i18n_locale WHERE code = $1)
           AND d.issued_on >= make_date($2, 1, 1) AND d.issued_on < make_date($2 + 1, 1, 1)
         ORDER BY d.issued_on, d.document_id, d.locale
         LIMIT $4 OFFSET $4::integer * ($3::integer - 1)) part`;
  return { text, values: [locale, year, part, size] };
}
