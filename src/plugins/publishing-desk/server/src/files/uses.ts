import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { fileUsesSql } from '../../../../../file-uses';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { requestReason } from '../audit/request-reason';
import { type Caller, callerOf, isWritingToken } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { inUse } from '../references/assert-unused';
import { asSeenByCaller, nameUses } from '../references/seen-uses';
import type { Use } from '../references/uses';
import type { Transaction } from '../transaction';
import { watchedTypes } from '../watched-types';

/** How many places a refusal names. */
const NAMED = 5;

/** `documentId` and `title` are null for content types that no plugin registered. */
type FileUse = Omit<Use, 'documentId' | 'title'> & { documentId: string | null; title: string | null };

/** Where these files are used, drafts included: each document and locale once, what is published first. */
export async function usesOfFiles(strapi: Core.Strapi, trx: Transaction, ids: readonly number[]): Promise<FileUse[]> {
  const uses = fileUsesSql(strapi);
  if (!uses || ids.length === 0) return [];
  const { rows } = await trx.raw<{ rows: FileUse[] }>(
    `SELECT used.type, used.document_id AS "documentId", used.locale, max(used.title) AS title,
            max(used.title) FILTER (WHERE used.is_visible) AS "visibleTitle",
            bool_or(used.is_published) AS "isPublished"
       FROM files file CROSS JOIN LATERAL (${uses}) used
      WHERE file.id = ANY(?)
      GROUP BY used.type, used.document_id, used.locale
      ORDER BY bool_or(used.is_published) DESC, used.type,
               coalesce(max(used.title) FILTER (WHERE used.is_visible), max(used.title))`,
    [[...ids]],
  );
  return rows;
}

/**
 * Asserts that the caller may change these files as the public sees them: a file that anything published shows, only who
 * may publish all of it, and with a reason.
 *
 * @returns the reason for the audit; undefined where none was given
 * @throws PolicyError (403) that says where the files are used
 */
export async function assertMayChangeFiles(
  strapi: Core.Strapi,
  trx: Transaction,
  ids: readonly number[],
): Promise<string | undefined> {
  const reason = requestReason(strapi, 'x-desk-reason') || undefined;
  if (callerOf(strapi).kind === 'machine') return reason;
  const published = await assertMayPublishUses(strapi, trx, await usesOfFiles(strapi, trx, ids));
  if (published.length > 0 && !reason) throw await refusal(strapi, trx, published, 'no-reason');
  return reason;
}

/**
 * Asserts that nothing uses these files, drafts included: whatever does would lose them.
 *
 * @throws PolicyError (403) as above; Conflict (409) with the number of documents that use them and the first ten
 */
export async function assertFilesUnused(strapi: Core.Strapi, trx: Transaction, ids: readonly number[]): Promise<void> {
  const uses = await usesOfFiles(strapi, trx, ids);
  if (uses.length === 0) return;
  if (callerOf(strapi).kind !== 'machine') await assertMayPublishUses(strapi, trx, uses);
  const { rows } = await trx.raw<{ rows: { name: string }[] }>('SELECT name FROM files WHERE id = ANY(?) ORDER BY id', [
    [...ids],
  ]);
  const documents = byDocument(uses).map((use) => ({
    ...use,
    documentId: use.documentId ?? '',
    title: use.title ?? use.type,
  }));
  throw await inUse(strapi, trx, rows.map(({ name }) => name).join(', '), documents, 'replaceFile');
}

/** @returns the uses in published content */
async function assertMayPublishUses(
  strapi: Core.Strapi,
  trx: Transaction,
  uses: readonly FileUse[],
): Promise<FileUse[]> {
  const published = uses.filter(({ isPublished }) => isPublished);
  if (published.length > 0 && !(await mayPublish(strapi, callerOf(strapi), published))) {
    throw await refusal(strapi, trx, published, 'not-publisher');
  }
  return published;
}

/** Whether a caller may publish every document among these uses; of a type without drafts, whether they may edit it. */
async function mayPublish(strapi: Core.Strapi, caller: Caller, uses: readonly FileUse[]): Promise<boolean> {
  if (isWritingToken(strapi, caller)) return true;
  if (caller.kind !== 'person') return false;
  const documents = new Map<string, string[]>();
  for (const { type, documentId } of uses) documents.set(type, [...(documents.get(type) ?? []), documentId ?? '']);
  for (const [type, ids] of documents) {
    const isDrafted = strapi.contentTypes[type as UID.ContentType]?.options?.draftAndPublish === true;
    const permission = isDrafted ? 'publish' : 'update';
    if (!caller.ability.can(`plugin::content-manager.explorer.${permission}`, type)) return false;
    if (!watchedTypes(strapi).has(type)) continue;
    if (!(await canAccess(strapi, caller.ability, permission, type, { documentId: { $in: ids } }))) return false;
  }
  return true;
}

const SENTENCES = {
  vi: {
    'not-publisher': (where: string) =>
      `Tệp đang được nội dung đã đăng dùng: ${where}. Chỉ người được đăng mọi nội dung đó mới được thay, sửa hoặc xóa tệp.`,
    'no-reason': (where: string) =>
      `Tệp đang được nội dung đã đăng dùng: ${where}. Hãy nêu lý do để thay, sửa hoặc xóa tệp.`,
  },
  en: {
    'not-publisher': (where: string) =>
      `Published content uses the file: ${where}. Only people who may publish all of it can replace, edit or delete it.`,
    'no-reason': (where: string) =>
      `Published content uses the file: ${where}. Give a reason to replace, edit or delete it.`,
  },
};

async function refusal(
  strapi: Core.Strapi,
  trx: Transaction,
  uses: readonly FileUse[],
  reason: 'not-publisher' | 'no-reason',
) {
  const language = callerLanguage(strapi);
  const seen = await asSeenByCaller(strapi, trx, byDocument(uses));
  return new errors.PolicyError(SENTENCES[language][reason](nameUses(language, seen, NAMED)), { reason });
}

/** Each document once, of all its languages: by the first title that the public sees, where it sees any. */
function byDocument(uses: readonly FileUse[]): FileUse[] {
  const documents = new Map<string, FileUse>();
  for (const use of uses) {
    const key = `${use.type} ${use.documentId}`;
    const known = documents.get(key);
    if (!known || (known.visibleTitle === null && use.visibleTitle !== null)) documents.set(key, use);
  }
  return [...documents.values()];
}
