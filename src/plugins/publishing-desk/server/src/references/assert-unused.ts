import type { Core, UID } from '@strapi/strapi';
import createHttpError from 'http-errors';
import { tableModel } from '../../../../../strapi-internals/database';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { coversLocale, type Write } from '../pipeline/write';
import type { Transaction } from '../transaction';
import { OWNED } from '../watched-types';
import { asSeenByCaller, nameUses, type SeenUse } from './seen-uses';
import { titleOf, type Use, usesOf } from './uses';

/** How many uses a refusal names. */
const NAMED = 10;

/** What uses a document, as a person may know of it. */
type DescribedUses = {
  count: number;
  /** How many of them the person may not see. */
  hidden: number;
  /** The first of the others, each with the display name of its type. */
  uses: (SeenUse<Use> & { typeName: string })[];
};

const SENTENCES = {
  vi: {
    used: (title: string, count: number, names: string) =>
      `Không xóa được “${title}”: ${count} nội dung đang dùng (${names}).`,
    replace: 'Hãy thay bằng mục khác rồi xóa.',
    remove: 'Hãy bỏ nó ở những nội dung ấy trước.',
    replaceFile: 'Hãy thay tệp bằng tệp khác, hoặc gỡ khỏi những nội dung ấy trước.',
  },
  en: {
    used: (title: string, count: number, names: string) =>
      `“${title}” cannot be deleted: ${count} documents use it (${names}).`,
    replace: 'Replace it by another, then delete it.',
    remove: 'Remove it from these documents first.',
    replaceFile: 'Replace the file by another, or remove it from these documents first.',
  },
};

/**
 * Refuses to delete a document, in some of its languages or in all, to which others refer: their references would
 * disappear with it. The document's rows are locked first, so that nobody refers to it anew.
 *
 * @throws Conflict (409) with the number of its uses and those that the caller may see, ten at most, in `details`
 */
export async function assertUnused(write: Write): Promise<void> {
  const { strapi, trx, uid, documentId = '', before } = write;
  await lockRows(strapi, trx, uid, documentId);
  const locales = before.map(({ locale }) => locale).filter((locale) => coversLocale(write, locale));
  const uses = await usesOf(strapi, trx, uid, documentId, locales.includes('') ? null : locales);
  if (uses.length === 0) return;
  const title = await titleOfDocument(strapi, trx, uid, documentId);
  const refusal = await inUse(strapi, trx, title, uses, OWNED.has(uid) ? 'remove' : 'replace');
  // A deletion of several is refused for one of them.
  Object.assign(refusal.details, { documentId });
  throw refusal;
}

/** The refusal of a deletion. */
export async function inUse(
  strapi: Core.Strapi,
  trx: Transaction,
  title: string,
  uses: readonly Use[],
  advice: 'replace' | 'remove' | 'replaceFile' = 'replace',
) {
  const seen = await asSeenByCaller(strapi, trx, uses);
  const language = callerLanguage(strapi);
  const say = SENTENCES[language];
  const message = `${say.used(title, uses.length, nameUses(language, seen, NAMED))} ${say[advice]}`;
  return createHttpError(409, message, { name: 'InUseError', details: describe(strapi, seen) });
}

/** The uses of a document for the caller. */
export const describeUses = async (strapi: Core.Strapi, trx: Transaction, uses: readonly Use[]) =>
  describe(strapi, await asSeenByCaller(strapi, trx, uses));

function describe(strapi: Core.Strapi, seen: readonly SeenUse<Use>[]): DescribedUses {
  const named = seen.filter(({ title }) => title !== null);
  const uses = named.slice(0, NAMED).map((use) => {
    const { displayName: typeName } = strapi.contentTypes[use.type as UID.ContentType]!.info;
    return { ...use, typeName };
  });
  return { count: seen.length, hidden: seen.length - named.length, uses };
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
