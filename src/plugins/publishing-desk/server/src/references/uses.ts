import type { Core, UID } from '@strapi/strapi';
import { tableModel } from '../../../../../strapi-internals/database';
import { FOLDER } from '../files/limit-folders';
import { FILE } from '../permissions/changed-relations';
import { isPublicRow } from '../permissions/public-row';
import type { Transaction } from '../transaction';
import { type NamedReferences, namedReferencesTo } from './named-references';

export const AGENCY = 'plugin::directory.agency';
export const USER = 'admin::user';

/** A document that refers to another one, in its draft or in its published row, in any language. */
export type Use = {
  type: string;
  documentId: string;
  /** A language in which it does so; null for a type without languages. */
  locale: string | null;
  /** In any of its rows: not for everybody. */
  title: string;
  /** Of the rows that the public sees; null where it sees none. */
  visibleTitle: string | null;
  isPublished: boolean;
};

/** A relation of a content type to another, with its link table and the columns of that. */
type Reference = { type: string; target: string; link: string; from: string; to: string };

/** The relations that a content type has, but for those that the other type owns. */
const referencesOf = (strapi: Core.Strapi, type: string): Reference[] =>
  Object.values(tableModel(strapi, type).attributes).flatMap(({ target, mappedBy, joinTable }) => {
    if (!target || mappedBy || !joinTable?.inverseJoinColumn || !strapi.contentTypes[target as UID.ContentType])
      return [];
    const { name, joinColumn, inverseJoinColumn } = joinTable;
    return [{ type, target, link: name, from: joinColumn.name, to: inverseJoinColumn.name }];
  });

/** The relations of all content types that lead to a type. */
export const referencesTo = (strapi: Core.Strapi, uid: string): Reference[] =>
  Object.keys(strapi.contentTypes).flatMap((type) => referencesOf(strapi, type).filter(({ target }) => target === uid));

/** The types of which a user, file or folder names the agency that it belongs to, by document id. */
export const OF_AGENCY = [USER, FILE, FOLDER];

/**
 * The documents that refer to a document, each once: those that readers see first. Found by the indexes of the link
 * tables. Users, files and folders count as uses of their agency.
 *
 * @param locales the languages of the document that are meant; null for all, and for a type without languages
 */
export async function usesOf(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
  locales: readonly string[] | null,
): Promise<Use[]> {
  const statements = referencesTo(strapi, uid).map((reference) => usesBy(strapi, reference));
  statements.push(...namedReferencesTo(strapi, uid).map((named) => usesByName(strapi, named)));
  if (uid === AGENCY) statements.push(...OF_AGENCY.map((type) => ownedBy(strapi, type)));
  if (statements.length === 0) return [];
  const { rows } = await trx.raw<{ rows: Use[] }>(
    `WITH asked AS (SELECT ?::text AS document_id, ?::text[] AS locales)
     SELECT type, document_id AS "documentId", min(locale) AS locale, max(title) AS title,
            max(title) FILTER (WHERE is_public) AS "visibleTitle", bool_or(is_published) AS "isPublished"
       FROM (${statements.join(' UNION ALL ')}) used
      GROUP BY type, document_id ORDER BY bool_or(is_published) DESC, type, coalesce(max(title) FILTER (WHERE is_public), max(title)),
               document_id`,
    [documentId, locales],
  );
  return rows;
}

const tableOf = (strapi: Core.Strapi, uid: string): string => tableModel(strapi, uid).tableName;

const usesBy = (strapi: Core.Strapi, { type, target, link, from, to }: Reference): string => `
  SELECT '${type}' AS type, here.document_id, here.locale, ${titleOf(strapi, type, 'here')} AS title,
         ${isDrafted(strapi, type) ? 'here.published_at IS NOT NULL' : 'true'} AS is_published,
         ${isPublicRow(type, 'here')} AS is_public
    FROM asked JOIN ${tableOf(strapi, target)} target
      ON target.document_id = asked.document_id AND (asked.locales IS NULL OR target.locale = ANY(asked.locales))
    JOIN ${link} link ON link.${to} = target.id JOIN ${tableOf(strapi, type)} here ON here.id = link.${from}`;

/** Uses by document id, which end with the last language of what they name. */
const usesByName = (strapi: Core.Strapi, { type, target, links }: NamedReferences): string => `
  SELECT '${type}' AS type, here.document_id, here.locale, ${titleOf(strapi, type, 'here')} AS title,
         ${isDrafted(strapi, type) ? 'here.published_at IS NOT NULL' : 'true'} AS is_published,
         ${isPublicRow(type, 'here')} AS is_public
    FROM asked JOIN (${links}) link ON link.target = asked.document_id
    JOIN ${tableOf(strapi, type)} here ON here.id = link.id
   WHERE asked.locales IS NULL OR NOT EXISTS (
     SELECT FROM ${tableOf(strapi, target)} other
      WHERE other.document_id = asked.document_id AND other.locale <> ALL(asked.locales))`;

const ownedBy = (strapi: Core.Strapi, type: string): string => `
  SELECT '${type}', here.document_id, NULL, ${titleOf(strapi, type, 'here')}, true, false
    FROM asked JOIN ${tableOf(strapi, type)} here ON here.agency = asked.document_id`;

const isDrafted = (strapi: Core.Strapi, uid: string): boolean =>
  strapi.contentTypes[uid as UID.ContentType]?.options?.draftAndPublish === true;

/**
 * The SQL of what a row is called: its own name or title; of a row that has none of necessity, the names of what it
 * connects as well.
 */
export function titleOf(strapi: Core.Strapi, uid: string, row: string): string {
  if (uid === USER) return `coalesce(nullif(concat_ws(' ', ${row}.firstname, ${row}.lastname), ''), ${row}.email)`;
  const links = isAlwaysNamed(strapi, uid) ? [] : referencesOf(strapi, uid);
  const connected = links.map(
    ({ target, link, from, to }) =>
      `(SELECT max(${nameOf(strapi, target, 'there')}) FROM ${link} way
         JOIN ${tableOf(strapi, target)} there ON there.id = way.${to} WHERE way.${from} = ${row}.id)`,
  );
  const names = [...connected, nameOf(strapi, uid, row)];
  return `coalesce(nullif(concat_ws(' – ', ${names.join(', ')}), ''), ${row}.document_id)::text`;
}

const NAMES = ['title', 'name', 'number', 'period'];

const isAlwaysNamed = (strapi: Core.Strapi, uid: string): boolean => {
  const attributes = strapi.contentTypes[uid as UID.ContentType]!.attributes as Record<string, { required?: boolean }>;
  return NAMES.some((name) => attributes[name]?.required);
};

/** The attribute by which people know a document of a type; undefined where it has none. */
const nameAttribute = (strapi: Core.Strapi, uid: string): string | undefined =>
  NAMES.find((one) => tableModel(strapi, uid).attributes[one]);

function nameOf(strapi: Core.Strapi, uid: string, row: string): string {
  const name = nameAttribute(strapi, uid);
  return name ? `nullif(${row}.${name}, '')` : 'NULL';
}
