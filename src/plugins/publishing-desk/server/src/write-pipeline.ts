import type { Core } from '@strapi/strapi';
import type { DocumentMiddleware } from '../../../../documents';
import { documentRows, type DocumentRow } from './history/document-rows';
import { lastChange } from './audit/last-change';
import { stopPublishing } from './checks/stop-publishing';
import { afterWrite, beforeWrite } from './pipeline/protected-fields';
import { fourEyes } from './review/four-eyes';
import { guardWrite } from './permissions/guard-write';
import { assertBaseRevision } from './pipeline/base-revision';
import { lockDocument, recordChanges } from './pipeline/document-lock';

const WRITES = new Set(['create', 'update', 'clone', 'delete', 'publish', 'unpublish', 'discardDraft']);

type Params = { documentId?: string; locale?: string | null };
type Entry = { documentId?: string; locale?: string | null; revision?: number };

/**
 * The middleware around every write of the newsroom's types: one transaction, one writer of a document at a time, no
 * change that is based on an older revision or that its writer has no right to, none published alone by its author or
 * past a check that stops it, and an audit row and a version of all that was changed.
 */
export const writePipeline = (strapi: Core.Strapi, types: ReadonlySet<string>): DocumentMiddleware => {
  const statements = new Map([...types].map((uid) => [uid, documentRows(strapi, uid)]));

  return async (context, next) => {
    const { uid, action } = context;
    const statement = statements.get(uid);
    if (!statement || !WRITES.has(action)) return next();

    return strapi.db.transaction(async ({ trx }) => {
      const read = async (documentId: string): Promise<DocumentRow[]> => (await trx.raw(statement, [documentId])).rows;
      const params = context.params as Params;
      const known = action === 'create' || action === 'clone' ? undefined : params.documentId;
      const locale = params.locale ?? (await localeOf(strapi, context.contentType));

      const guard = guardWrite(strapi, context, locale);
      // A clone's is its source: what the person may not read is not copied.
      let before: DocumentRow[] = action === 'clone' ? await read(params.documentId ?? '') : [];
      if (known) {
        await lockDocument(trx, uid, known);
        before = await read(known);
      }
      await guard?.before(before);
      if (known) await assertBaseRevision(strapi, known, locale, before, () => lastChange(trx, uid, known, locale));
      const note = await fourEyes(strapi, trx, { uid, action, documentId: known, locale, params, rows: before });
      const { tableName } = strapi.db.metadata.get(uid);
      await beforeWrite(trx, tableName, context, { locale, isMachine: !guard });
      const result = await next();
      const entries = entriesOf(result);
      const documentId = known ?? entries[0]?.documentId;
      if (!documentId) return result;

      let after = await read(documentId);
      if (await afterWrite(trx, tableName, { uid, documentId }, before, after)) after = await read(documentId);
      await guard?.after(documentId, before, after);
      await stopPublishing(strapi, { uid, action, locale, params }, after);
      const auditEntry = { action, type: uid, documentId, note };
      for (const change of await recordChanges(strapi, trx, auditEntry, action === 'clone' ? [] : before, after)) {
        for (const entry of entries) {
          if ((entry.locale ?? '') === change.locale) entry.revision = change.after.revision;
        }
      }
      return result;
    });
  };
};

/** What a write hands back: the document, or its rows. */
function entriesOf(result: unknown): Entry[] {
  const { entries, ...own } = (result ?? {}) as Entry & { entries?: Entry[] };
  return entries ? [...entries, own] : result ? [result as Entry] : [];
}

async function localeOf(strapi: Core.Strapi, { pluginOptions }: { pluginOptions?: object }): Promise<string> {
  const { i18n } = (pluginOptions ?? {}) as { i18n?: { localized?: boolean } };
  return i18n?.localized ? strapi.plugin('i18n').service('locales').getDefaultLocale() : '';
}
