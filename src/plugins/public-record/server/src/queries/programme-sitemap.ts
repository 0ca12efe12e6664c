export type ProgrammePageModel = {
  slug: string;
  locale: string;
  changedOn: string;
  languages: { locale: string; slug: string }[];
};

/** The public programmes in any language, the latest period first. There are some dozens of them. */
export function programmePages(locale: string, most: number) {
  const text = `
    SELECT coalesce(json_agg(json_build_object('slug', p.slug, 'locale', p.locale,
        'changedOn', to_char(p.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'languages', (
          SELECT json_agg(json_build_object('locale', other.locale, 'slug', other.slug) ORDER BY other.locale)
            FROM programmes other WHERE other.document_id = p.document_id AND other.published_at IS NOT NULL))
      ORDER BY p.period_to DESC, p.document_id, p.locale), '[]') AS model
      FROM (
        SELECT * FROM programmes
         WHERE published_at IS NOT NULL AND EXISTS (SELECT FROM i18n_locale WHERE code = $1)
         ORDER BY period_to DESC, document_id, locale
         LIMIT $2) p`;
  return { text, values: [locale, most] };
}
