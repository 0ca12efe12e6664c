import { rowOfName } from '../../../../../postgres/former-slugs';

/** What a filter can name. */
export type NamedType = 'category' | 'agency' | 'official';

const TABLES: Record<NamedType, { table: string; schema: string }> = {
  category: { table: 'categories', schema: 'newsroom' },
  agency: { table: 'agencies', schema: 'directory' },
  official: { table: 'officials', schema: 'directory' },
};

/** The document id of what has a present slug, as an SQL expression. */
export const idOfSlug = (type: NamedType, slug: string): string =>
  `(SELECT document_id FROM ${TABLES[type].table} WHERE slug = ${slug})`;

/**
 * The present slug of what has a name, as an SQL expression; null where nothing has it.
 *
 * @param name an SQL expression
 */
export function currentSlug(type: NamedType, name: string): string {
  const { table, schema } = TABLES[type];
  return `(SELECT slug FROM (${rowOfName(schema, table, name)}) named)`;
}
