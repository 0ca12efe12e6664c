/**
 * What became of a slug of a type, as portal-feeds asks for it (`asked.slug`, `asked.locale`). By the primary key of
 * public_record.addresses and directives_one_published or programmes_one_published.
 */
const slugAt = (table: 'directives' | 'programmes'): string => `
  SELECT CASE WHEN d.id IS NULL THEN 'gone' WHEN d.slug = known.slug THEN 'current' ELSE 'moved' END AS outcome,
         known.locale, d.slug, known.left_on, known.public_from
    FROM public_record.addresses known
    LEFT JOIN ${table} d
      ON d.document_id = known.document_id AND d.locale = known.locale AND d.published_at IS NOT NULL
   WHERE known.of = '${table}' AND known.slug = asked.slug AND known.locale = asked.locale`;

export const directiveAt = slugAt('directives');
export const programmeAt = slugAt('programmes');
