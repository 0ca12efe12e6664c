import type { Core } from '@strapi/strapi';

type Attribute = {
  type: string;
  columnName?: string;
  customField?: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
  };
};

/** One row of a document: its draft or its published row in a language. */
export type DocumentRow = {
  locale: string;
  published: boolean;
  revision: number;
  /** JSON of the attributes by name; relations as document ids, in order; files as row ids. Equal texts, equal content. */
  content: string;
};

/** Bookkeeping, and what tells of the row and not of what was written. */
const KEPT_APART = new Set(
  'id documentId createdAt updatedAt publishedAt createdBy updatedBy locale localizations revision'.split(' '),
);

/**
 * SQL of all rows of a document of a type, its bind a document id: one statement, made once from Strapi's own account
 * of the type, since to populate ten relations would take ten.
 */
export function documentRows(strapi: Core.Strapi, uid: string): string {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const pairs = Object.entries(attributes as unknown as Record<string, Attribute>)
    .filter(([name]) => !KEPT_APART.has(name) && !isRendering(name, attributes as never))
    .map(([name, attribute]) => [name, valueOf(strapi, uid, name, attribute)])
    .filter(([, value]) => value !== null);
  // json_build_object takes a hundred arguments at most; objects are joined.
  const chunks = pairs
    .map(([name, value]) => `'${name}', ${value}`)
    .reduce<string[][]>((all, pair, index) => {
      if (index % 40 === 0) all.push([]);
      all.at(-1)!.push(pair);
      return all;
    }, []);
  const content = chunks.map((chunk) => `jsonb_build_object(${chunk.join(', ')})`).join(' || ');
  const isDrafted = 'publishedAt' in attributes;
  return `SELECT coalesce(here.locale, '') AS locale, ${isDrafted ? 'here.published_at IS NOT NULL' : 'true'} AS published,
      coalesce(here.revision, 0) AS revision, (${content})::text AS content
    FROM ${tableName} here WHERE here.document_id = ?`;
}

/** The SQL of an attribute's value in the row `here`; null for what is kept at the other end. */
function valueOf(strapi: Core.Strapi, uid: string, name: string, attribute: Attribute): string | null {
  if (attribute.type !== 'relation') return `here.${attribute.columnName}`;
  if (attribute.morphBy) {
    return `(SELECT coalesce(jsonb_agg(link.file_id ORDER BY link."order", link.file_id), '[]')
      FROM files_related_mph link
      WHERE link.related_id = here.id AND link.related_type = '${uid}' AND link.field = '${name}')`;
  }
  const { joinTable, target } = attribute;
  if (!joinTable || !target) return null;
  const order = joinTable.orderColumnName ? `min(link.${joinTable.orderColumnName}), ` : '';
  return `(SELECT coalesce(jsonb_agg(document_id ORDER BY place), '[]') FROM (
      SELECT there.document_id, row_number() OVER (ORDER BY ${order}there.document_id) AS place
        FROM ${joinTable.name} link
        JOIN ${strapi.db.metadata.get(target).tableName} there ON there.id = link.${joinTable.inverseJoinColumn.name}
       WHERE link.${joinTable.joinColumn.name} = here.id GROUP BY there.document_id) linked)`;
}

/** What the body editor renders of a body, which a body brings along. */
const isRendering = (name: string, attributes: Record<string, Attribute>): boolean =>
  Object.entries(attributes).some(
    ([field, { customField }]) =>
      customField === 'plugin::body-editor.body' && [`${field}Blocks`, `${field}Html`, `${field}Text`].includes(name),
  );
