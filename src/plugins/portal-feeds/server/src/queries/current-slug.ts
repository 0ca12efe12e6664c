/** What a filter can name. */
export type NamedType = 'category' | 'agency' | 'official';

const TABLES: Record<NamedType, { table: string; formerSlugs: string }> = {
  category: { table: 'categories', formerSlugs: 'newsroom.former_slugs' },
  agency: { table: 'agencies', formerSlugs: 'directory.former_slugs' },
  official: { table: 'officials', formerSlugs: 'directory.former_slugs' },
};

/** The document id of what has a present slug, as an SQL expression. */
export const idOfSlug = (type: NamedType, slug: string): string =>
  `(SELECT document_id FROM ${TABLES[type].table} WHERE slug = ${slug})`;

/**
 * The present slug of what has a name, as an SQL expression; null where nothing has it. A name is the slug that it has,
 * else the one that it left last, else its document id. Found by the slugs' and the document ids' indexes and the
 * primary key of former_slugs.
 *
 * @param name an SQL expression
 */
export function currentSlug(type: NamedType, name: string): string {
  const { table, formerSlugs } = TABLES[type];
  return `(
    SELECT slug FROM (
      SELECT 1 AS standing, NULL::timestamp AS left_on, slug FROM ${table} WHERE slug = ${name}
      UNION ALL
      SELECT 2, former.left_on, here.slug
        FROM ${formerSlugs} former JOIN ${table} here ON here.document_id = former.document_id
       WHERE former.of = '${table}' AND former.slug = ${name}
      UNION ALL
      SELECT 3, NULL, slug FROM ${table} WHERE document_id = ${name}
    ) named
     ORDER BY standing, left_on DESC
     LIMIT 1)`;
}
