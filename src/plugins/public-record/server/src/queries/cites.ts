/**
 * An SQL expression: the public directives to which the body of the article in the row `a` links, by their present or a
 * former slug, in its order. In the article's language where it has that, else in the link's. By the primary keys of
 * newsroom.article_links and public_record.addresses, and directives_one_published.
 *
 * @param expression of a link to a directive's page: its groups are the language, absent of the default one, and the slug
 */
export const cites = (expression: string, defaultLocale: string): string => `coalesce((
  SELECT json_agg(json_build_object('id', cited.document_id, 'number', cited.number, 'slug', cited.slug)
         ORDER BY cited.place)
    FROM (
      SELECT DISTINCT ON (d.document_id) d.document_id, d.number, d.slug, link.place
        FROM newsroom.article_links link
       CROSS JOIN LATERAL regexp_match(link.href, ${literal(expression)}) AS page (parts)
       CROSS JOIN LATERAL (
         SELECT known.document_id, known.locale FROM public_record.addresses known
          WHERE known.of = 'directives' AND known.slug = newsroom.decoded(parts[2])
            AND known.locale = coalesce(parts[1], ${literal(defaultLocale)})
          ORDER BY known.left_on DESC NULLS FIRST
          LIMIT 1) known
        JOIN directives d ON d.document_id = known.document_id AND d.locale IN (a.locale, known.locale)
         AND d.published_at IS NOT NULL
       WHERE link.article_id = a.id AND parts IS NOT NULL
       ORDER BY d.document_id, d.locale = a.locale DESC, link.place) cited), '[]')`;

/** A text of the configuration as a literal. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
