import type { Core, UID } from '@strapi/strapi';
import createHttpError from 'http-errors';
import { tableModel } from '../../../../../strapi-internals/database';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { callerOf } from '../permissions/caller';
import { canAccess } from '../permissions/can-access';
import { coversLocale, type Write } from '../pipeline/write';
import type { Transaction } from '../transaction';
import { watchedTypes } from '../watched-types';
import { titleOf, type Use, usesOf } from './uses';

/** How many uses a refusal names. */
export const NAMED = 10;

/** A use as a person may see it: without its title and id, where it is a draft that the person may not read. */
export type NamedUse = Omit<Use, 'title' | 'documentId'> & {
  title: string | null;
  documentId: string | null;
  /** The display name of its type. */
  typeName: string;
};

const SENTENCES = {
  vi: {
    used: (title: string, count: number, names: string) =>
      `Không xóa được “${title}”: ${count} nội dung đang dùng (${names}).`,
    replace: 'Hãy thay bằng mục khác rồi xóa.',
    replaceFile: 'Hãy thay tệp bằng tệp khác, hoặc gỡ khỏi những nội dung ấy trước.',
    others: (count: number) => `và ${count} nội dung khác`,
    hidden: 'bản nháp của cơ quan khác',
  },
  en: {
    used: (title: string, count: number, names: string) =>
      `“${title}” cannot be deleted: ${count} documents use it (${names}).`,
    replace: 'Replace it by another, then delete it.',
    replaceFile: 'Replace the file by another, or remove it from these documents first.',
    others: (count: number) => `and ${count} more`,
    hidden: 'a draft of another agency',
  },
};

/**
 * Refuses to delete a document, in some of its languages or in all, to which others refer: their references would
 * disappear with it. The document's rows are locked first, so that nobody refers to it anew.
 *
 * @throws Conflict (409) with the number of its uses and the first ten in `details`
 */
export async function assertUnused(write: Write): Promise<void> {
  const { strapi, trx, uid, documentId = '', before } = write;
  await lockRows(strapi, trx, uid, documentId);
  const locales = before.map(({ locale }) => locale).filter((locale) => coversLocale(write, locale));
  const uses = await usesOf(strapi, trx, uid, documentId, locales.includes('') ? null : locales);
  if (uses.length === 0) return;
  throw await inUse(strapi, await titleOfDocument(strapi, trx, uid, documentId), uses);
}

/** The refusal of a deletion. */
export async function inUse(
  strapi: Core.Strapi,
  title: string,
  uses: readonly Use[],
  advice: 'replace' | 'replaceFile' = 'replace',
) {
  const named = await asSeenByCaller(strapi, uses.slice(0, NAMED));
  const say = SENTENCES[callerLanguage(strapi)];
  const names = named.map((use) => (use.title === null ? say.hidden : `“${use.title}”`));
  if (uses.length > NAMED) names.push(say.others(uses.length - NAMED));
  const message = `${say.used(title, uses.length, names.join(', '))} ${say[advice]}`;
  return createHttpError(409, message, { name: 'InUseError', details: { count: uses.length, uses: named } });
}

/** Waits for writers that are about to refer to these rows, and keeps others from doing so. */
export const lockRows = (strapi: Core.Strapi, trx: Transaction, uid: string, documentId: string) =>
  trx.raw(`SELECT FROM ${tableModel(strapi, uid).tableName} WHERE document_id = ? ORDER BY id FOR UPDATE`, [
    documentId,
  ]);

export async function titleOfDocument(strapi: Core.Strapi, trx: Transaction, uid: string, documentId: string) {
  const { rows } = await trx.raw<{ rows: { title: string }[] }>(
    `SELECT ${titleOf(strapi, uid, 'here')} AS title FROM ${tableModel(strapi, uid).tableName} here
      WHERE here.document_id = ? ORDER BY here.id LIMIT 1`,
    [documentId],
  );
  return rows[0]?.title ?? documentId;
}

/** The uses as the caller may see them. */
export async function asSeenByCaller(strapi: Core.Strapi, uses: readonly Use[]): Promise<NamedUse[]> {
  const caller = callerOf(strapi);
  const seen: NamedUse[] = [];
  for (const use of uses) {
    const { type, documentId, isPublished } = use;
    const isReadable =
      isPublished ||
      caller.kind === 'machine' ||
      (caller.kind === 'person' &&
        watchedTypes(strapi).has(type) &&
        caller.ability.can('plugin::content-manager.explorer.read', type) &&
        (await canAccess(strapi, caller.ability, 'read', type as UID.ContentType, { documentId })));
    const { displayName: typeName } = strapi.contentTypes[type as UID.ContentType]!.info;
    seen.push(isReadable ? { ...use, typeName } : { ...use, typeName, documentId: null, title: null });
  }
  return seen;
}
