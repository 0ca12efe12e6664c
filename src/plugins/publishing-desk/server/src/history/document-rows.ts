import type { Core } from '@strapi/strapi';
import { type AttributeModel, tableModel } from '../../../../../strapi-internals/database';
import type { Transaction } from '../transaction';

/** One row of a document: its draft or its published row in a language. */
export type DocumentRow = {
  locale: string;
  published: boolean;
  revision: number;
  /** JSON of the attributes by name; relations as document ids, in order; files as row ids. Equal texts, equal content. */
  content: string;
};

/** Bookkeeping: it says when and by whom a row was written, and not what. */
const NOT_CONTENT = new Set(
  'id documentId createdAt updatedAt publishedAt createdBy updatedBy locale localizations revision'.split(' '),
);

const statements = new WeakMap<object, string>();

/** All rows of a document, as this connection or transaction sees them: drafts and published rows in every locale. */
export async function readDocument(
  strapi: Core.Strapi,
  connection: Transaction,
  uid: string,
  documentId: string,
): Promise<DocumentRow[]> {
  const type = tableModel(strapi, uid);
  const statement = statements.get(type) ?? selectRows(strapi, uid);
  statements.set(type, statement);
  const { rows } = await connection.raw<{ rows: DocumentRow[] }>(statement, [documentId]);
  return rows;
}

/** One statement made from Strapi's metadata of the type: to populate ten relations would take ten. */
function selectRows(strapi: Core.Strapi, uid: string): string {
  const { tableName, attributes } = tableModel(strapi, uid);
  const pairs = Object.entries(attributes)
    .filter(([name]) => !NOT_CONTENT.has(name) && !isRendering(name, attributes))
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

/** The SQL of an attribute's value in the row `here`; null for the inverse side of a relation. */
function valueOf(strapi: Core.Strapi, uid: string, name: string, attribute: AttributeModel): string | null {
  if (attribute.type !== 'relation') return `here.${attribute.columnName}`;
  if (attribute.morphBy) {
    return `(SELECT coalesce(jsonb_agg(link.file_id ORDER BY link."order", link.file_id), '[]')
      FROM files_related_mph link
      WHERE link.related_id = here.id AND link.related_type = '${uid}' AND link.field = '${name}')`;
  }
  const { joinTable, target } = attribute;
  if (!joinTable?.inverseJoinColumn || !target) return null;
  const order = joinTable.orderColumnName ? `min(link.${joinTable.orderColumnName}), ` : '';
  return `(SELECT coalesce(jsonb_agg(document_id ORDER BY place), '[]') FROM (
      SELECT there.document_id, row_number() OVER (ORDER BY ${order}there.document_id) AS place
        FROM ${joinTable.name} link
        JOIN ${tableModel(strapi, target).tableName} there ON there.id = link.${joinTable.inverseJoinColumn.name}
       WHERE link.${joinTable.joinColumn.name} = here.id GROUP BY there.document_id) linked)`;
}

/** The attributes in which the body editor stores what it renders from a body. */
const isRendering = (name: string, attributes: Record<string, AttributeModel>): boolean =>
  Object.entries(attributes).some(
    ([field, { customField }]) =>
      customField === 'plugin::body-editor.body' && [`${field}Blocks`, `${field}Html`, `${field}Text`].includes(name),
  );
