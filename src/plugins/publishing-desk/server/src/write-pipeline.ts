import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentMiddleware } from '../../../../documents';
import { defaultLocaleOf } from '../../../../documents/written-data';
import { assertChecksPass } from './checks/assert-checks-pass';
import { readDocument } from './history/document-rows';
import { recordChanges } from './history/record-version';
import { guardWrite } from './permissions/guard-write';
import { assertBaseRevision } from './pipeline/base-revision';
import { assertFormerSlugs } from './pipeline/former-slugs';
import { keepOwnAttributes } from './pipeline/own-attributes';
import { endApprovals, protectFields } from './pipeline/protected-fields';
import { restoredDocument } from './pipeline/restored';
import { lockDocument, type Write } from './pipeline/write';
import { assertUnused } from './references/assert-unused';
import { assertFourEyes } from './review/four-eyes';
import type { Transaction } from './transaction';

type Context = Parameters<DocumentMiddleware>[0];

/** What Strapi's document service can do to a type. Any other action of a watched type is refused. */
const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);
const WRITES = new Set(['create', 'clone', 'update', 'publish', 'unpublish', 'discardDraft', 'delete']);

/**
 * The document-service middleware around every write of a watched type: all rules in their order, in one transaction.
 * A rule that throws rolls the whole write back. Reads, and types that are not watched, keep Strapi's rules.
 *
 * @throws PolicyError (403) for an action that is neither a known read nor a known write
 */
export const writePipeline = (strapi: Core.Strapi, watched: ReadonlySet<string>): DocumentMiddleware => {
  return async (context, next) => {
    const { uid, action } = context;
    if (!watched.has(uid) || READS.has(action)) return next();
    if (!WRITES.has(action)) {
      strapi.log.error(`publishing-desk: refused the unknown action "${action}" of ${uid}`);
      throw new errors.PolicyError('desk.unknown-action');
    }

    return strapi.db.transaction(async ({ trx }) => {
      // One writer of a document at a time. The following rules read the rows under the lock.
      const write = await lockAndRead(strapi, trx, context);
      await keepOwnAttributes(write);

      // Permissions are checked before the base revision, whose refusal names the last author.
      const guard = guardWrite(write);
      await guard?.before();
      const { documentId: id } = write;
      if (id && (await assertBaseRevision(strapi, trx, { ...write, documentId: id }, write.before)).isRepeated) {
        return repeatedAnswer(strapi, context, id, write.locale);
      }
      if (action === 'delete') await assertUnused(write);
      const reason = await assertFourEyes(write);
      const isRestored = restoredDocument(context) !== undefined;
      await protectFields(write, { isMachine: !guard || isRestored });

      const result = await next();

      const documentId = write.documentId ?? documentIdOf(result);
      if (!documentId) return result;
      let after = await readDocument(strapi, trx, uid, documentId);
      if (await endApprovals(write, documentId, after)) after = await readDocument(strapi, trx, uid, documentId);
      await guard?.after(documentId, after);
      if (guard) await assertFormerSlugs(write, documentId, after);
      await assertChecksPass(write, after);

      // The audit row, the version and the new revision, by locale. All of a clone is new.
      const recorded = { action: isRestored ? 'restore' : action, type: uid, documentId, note: reason };
      const before = action === 'clone' ? [] : write.before;
      for (const { locale, after: now } of await recordChanges(strapi, trx, recorded, before, after)) {
        for (const entry of entriesOf(result)) {
          if ((entry.locale ?? '') === locale) entry.revision = now.revision;
        }
      }
      return result;
    });
  };
};

async function lockAndRead(strapi: Core.Strapi, trx: Transaction, context: Write['context']): Promise<Write> {
  const { uid, action, contentType } = context;
  const params = context.params as { documentId?: string; locale?: string | null };
  const isNew = action === 'create' || action === 'clone';
  const documentId = restoredDocument(context) ?? (isNew ? undefined : params.documentId);
  if (documentId) await lockDocument(trx, uid, documentId);
  const before = action === 'create' ? [] : await readDocument(strapi, trx, uid, params.documentId ?? '');
  // The content manager takes a locale from any body, also for a type without locales.
  const byDefault = await defaultLocaleOf(strapi, contentType);
  const locale = byDefault && (params.locale ?? byDefault);
  return { strapi, trx, context, uid, action, documentId, locale, before };
}

/** What a write returned when it was first made, as the document is now. */
async function repeatedAnswer(strapi: Core.Strapi, context: Context, documentId: string, locale = '') {
  const { action, uid } = context;
  const { populate } = context.params as { populate?: object };
  const status = action === 'publish' ? 'published' : 'draft';
  const row = await strapi.documents(uid).findOne({ documentId, locale: locale || undefined, status, populate });
  return action === 'update' || !row ? row : { documentId, entries: [row] };
}

type Entry = { documentId?: string; locale?: string | null; revision?: number };

/** What a write returns: a row, or the document's id and the rows that were changed. */
const entriesOf = (result: unknown): Entry[] => {
  const { entries } = (result ?? {}) as { entries?: Entry[] };
  return entries ?? (result ? [result as Entry] : []);
};

const documentIdOf = (result: unknown): string | undefined =>
  (result as Entry | undefined)?.documentId ?? entriesOf(result)[0]?.documentId;
