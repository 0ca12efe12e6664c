import type { Core } from '@strapi/strapi';
import { constraintMessages } from '../../../../../documents';
import { registeredRules } from '../../../../../postgres/plugin-schema';
import { tableModel } from '../../../../../strapi-internals/database';
import { titleOf } from '../references/uses';
import { watchedTypes } from '../watched-types';

/** How many documents are named for each rule. */
const NAMED = 50;

type BrokenDocument = { documentId: string; locale: string | null; title: string };

/** A rule that documents break which are older than it. */
type BrokenRule = {
  rule: string;
  type: string;
  /** The display name of the type. */
  typeName: string;
  /** What an editor reads who saves such a document. */
  message: string;
  count: number;
  documents: BrokenDocument[];
};

/** Every rule that some documents break, with the first of these. Reads each table of content once or twice, whole. */
export async function brokenRules(strapi: Core.Strapi): Promise<BrokenRule[]> {
  const types = [...watchedTypes(strapi)].map((uid) => ({ uid, table: tableModel(strapi, uid).tableName }));
  const found: BrokenRule[] = [];
  for (const { constraint, table, broken } of registeredRules(strapi)) {
    const type = types.find((one) => one.table === table)?.uid;
    if (!type) continue;
    const { rows } = await strapi.db.connection.raw<{ rows: (BrokenDocument & { count: number })[] }>(
      `SELECT here.document_id AS "documentId", min(here.locale) AS locale,
              min(${titleOf(strapi, type, 'here')}) AS title, (count(*) OVER ())::int AS count
         FROM ${table} here WHERE ${broken} GROUP BY here.document_id ORDER BY 3, 1 LIMIT ${NAMED}`,
    );
    if (rows.length === 0) continue;
    found.push({
      rule: constraint,
      type,
      typeName: strapi.contentType(type as 'plugin::newsroom.article').info.displayName,
      message: constraintMessages(strapi)[type]?.[constraint]?.message ?? constraint,
      count: rows[0]!.count,
      documents: rows.map(({ documentId, locale, title }) => ({ documentId, locale, title })),
    });
  }
  return found;
}
