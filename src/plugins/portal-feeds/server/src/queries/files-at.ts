import type { Core } from '@strapi/strapi';
import { FILE_ADDRESSES, fileUsesSql } from '../../../../../file-uses';

/** A stored file at one of the paths that are asked for, and whether the public sees it now. */
type FileAt = { path: string; documentId: string; isShown: boolean };

/** The files at some paths (`/uploads/…`), each as itself or in a smaller format. */
export async function filesAt(strapi: Core.Strapi, paths: string[]): Promise<FileAt[]> {
  if (paths.length === 0) return [];
  const uses = fileUsesSql(strapi);
  const isShown = uses
    ? `EXISTS (SELECT FROM (${uses}) used WHERE used.shown_until > now() AT TIME ZONE 'UTC')`
    : 'true';
  const statement = `
    SELECT asked.path, file.document_id AS "documentId", ${isShown} AS "isShown"
      FROM files file CROSS JOIN LATERAL unnest(${FILE_ADDRESSES}) stored(path)
      JOIN unnest(?::text[]) asked(path) ON asked.path = stored.path`;
  // A call within a transaction must not wait for a second connection.
  const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(statement, [paths]));
  return rows;
}
