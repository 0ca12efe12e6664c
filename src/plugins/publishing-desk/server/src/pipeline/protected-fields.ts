import { isPublish, withData, writtenData } from '../../../../../documents/written-data';
import { compareRows } from '../history/compare-rows';
import type { DocumentRow } from '../history/document-rows';
import { endReview, reviewStateOf } from '../review/review-state';
import { ARTICLE, OWNED } from '../watched-types';
import { coversLocale, type Write } from './write';

/** Fields of a type that only the desk's own actions set: no form shows them, and Strapi accepts them from any request. */
export const setByActions = (uid: string): string[] =>
  uid === ARTICLE ? ['corrections', 'withdrawnOn', 'withdrawalOutcome', 'withdrawalReason', 'movedTo'] : [];

/**
 * Removes the fields that no write may set. The state of a review changes only through the desk's actions, for
 * machines too. A person cannot set a revision, a withdrawal or corrections; a machine may import them. A clone starts
 * without those of its source, and what is published has no review.
 */
export async function protectFields(write: Write, { isMachine }: { isMachine: boolean }): Promise<void> {
  const { strapi, trx, context, action, uid, before } = write;
  const isOwned = OWNED.has(uid);
  const data = writtenData(context);
  if (data) {
    const refused = ['reviewState', ...(isMachine ? [] : ['revision', ...setByActions(uid)])];
    const accepted = Object.fromEntries(Object.entries(data).filter(([name]) => !refused.includes(name)));
    const reset =
      action === 'clone' ? ['reviewState', ...setByActions(uid)] : isPublish(context) ? ['reviewState'] : [];
    withData(context, isOwned ? { ...Object.fromEntries(reset.map((name) => [name, null])), ...accepted } : accepted);
  }
  if (action !== 'publish' || !isOwned) return;
  const locales = before.map(({ locale }) => locale).filter((locale) => coversLocale(write, locale));
  await endReview(strapi, trx, { type: uid, documentId: write.documentId ?? null, locales });
}

/**
 * Ends the approval of a text that this write changes.
 *
 * @returns whether there was one, and the rows must be read again
 */
export async function endApprovals(
  { strapi, trx, uid, before }: Write,
  documentId: string,
  after: DocumentRow[],
): Promise<boolean> {
  if (!OWNED.has(uid)) return false;
  const ended = compareRows(before, after)
    .filter(({ locale, isOfText }) => isOfText && reviewStateOf(after, locale) === 'approved')
    .map(({ locale }) => locale);
  await endReview(strapi, trx, { type: uid, documentId, locales: ended }, ['approved']);
  return ended.length > 0;
}
