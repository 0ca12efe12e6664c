import type { Core, UID } from '@strapi/strapi';
import { readableRows } from '../../../../../strapi-internals/content-manager';
import { tableModel } from '../../../../../strapi-internals/database';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { FOLDER } from '../files/limit-folders';
import { USER } from '../references/uses';
import { ASSIGN_AGENCIES } from '../roles/role-definitions';
import type { Transaction } from '../transaction';
import { readableFiles } from './can-access-files';
import { FILE } from './changed-relations';

/**
 * Which of these documents a person may read, in all their rows, by the rules of the lists in the panel: in one query.
 * Accounts, files and folders have rules of their own.
 */
export async function readableDocuments(
  strapi: Core.Strapi,
  trx: Transaction,
  ability: Ability,
  type: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (type === USER) return new Set(ability.can('admin::users.read') || ability.can(ASSIGN_AGENCIES) ? ids : []);
  const where = { documentId: { $in: [...ids] } };
  if (type === FILE) return readableFiles(strapi, ability, where);
  // A person's queries of folders are limited already.
  if (type === FOLDER) {
    return documentIds(ability.can('plugin::upload.read') ? await strapi.db.query(FOLDER).findMany({ where }) : []);
  }
  if (!ability.can('plugin::content-manager.explorer.read', type)) return new Set();
  const { sql, bindings } = await readableRows(strapi, ability, type as UID.ContentType);
  const { rows } = await trx.raw<{ rows: { documentId: string }[] }>(
    `SELECT here.document_id AS "documentId" FROM ?? here WHERE here.document_id = ANY(?)
      GROUP BY here.document_id HAVING bool_and(here.id IN (${sql}))`,
    [tableModel(strapi, type).tableName, [...ids], ...(bindings as string[])],
  );
  return documentIds(rows);
}

const documentIds = (rows: { documentId: string }[]) => new Set(rows.map(({ documentId }) => documentId));
