import type { Core } from '@strapi/strapi';
import { fileUsesSql } from '../../../../../file-uses';
import { callerOf, isWritingToken } from '../permissions/caller';
import { FILE } from '../permissions/changed-relations';

/**
 * Limits what content API tokens and strangers read of the media library to the files that the public sees, whatever
 * their filters: counting hidden files would tell of them. Tokens that the options let write read all. To be called in
 * `bootstrap`.
 *
 * @returns ends that
 */
export function showTokensPublicFiles(strapi: Core.Strapi): () => void {
  const limit = ({ params }: { params: { where?: unknown } }) => {
    const caller = callerOf(strapi);
    if (caller.kind === 'machine' || caller.kind === 'person' || isWritingToken(strapi, caller)) return;
    const uses = fileUsesSql(strapi);
    if (!uses) return;
    const shown = strapi.db.connection
      .from('files AS file')
      .select('file.id')
      .whereRaw(`EXISTS (SELECT FROM (${uses}) used WHERE used.shown_until > now() AT TIME ZONE 'UTC')`);
    params.where = { $and: [params.where ?? {}, { id: { $in: shown } }] };
  };
  return strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeFindOne: limit,
    beforeFindMany: limit,
    beforeCount: limit,
  });
}
