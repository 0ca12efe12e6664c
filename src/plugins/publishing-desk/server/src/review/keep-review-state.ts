import { type DocumentContext, passOn, writtenData } from '../../../../../documents/written-data';
import { compareRows } from '../history/compare-rows';
import type { Transaction } from '../history/remember';
import type { DocumentRow } from '../queries/document-rows';
import { OWNED } from '../rights/owned-types';
import { reviewStateOf } from './review-state';

/**
 * A review's state is changed by the desk's own deeds and by nothing that somebody writes: what comes with a save is
 * left out, and a copy starts without one, as does what is published.
 */
export async function beforeWrite(trx: Transaction, table: string, context: DocumentContext): Promise<void> {
  if (!OWNED.has(context.uid)) return;
  const { action, params } = context;
  const { documentId, locale, status } = params as { documentId?: string; locale?: unknown; status?: string };
  const data = writtenData(context);
  if (data) {
    const written = { ...data };
    delete written.reviewState;
    passOn(context, action === 'clone' || status === 'published' ? { ...written, reviewState: null } : written);
  }
  if (action !== 'publish') return;
  const locales = [locale ?? '*'].flat();
  await clear(trx, table, documentId ?? '', locales.includes('*') ? null : locales);
}

/**
 * An approval is of the text that was approved: it lapses when that changes.
 *
 * @returns whether any did, and the rows are to be read again
 */
export async function afterWrite(
  trx: Transaction,
  table: string,
  { uid, documentId }: { uid: string; documentId: string },
  before: DocumentRow[],
  after: DocumentRow[],
): Promise<boolean> {
  if (!OWNED.has(uid)) return false;
  const lapsed = compareRows(before, after)
    .filter(({ locale, isOfText }) => isOfText && reviewStateOf(after, locale) === 'approved')
    .map(({ locale }) => locale);
  if (lapsed.length > 0) await clear(trx, table, documentId, lapsed);
  return lapsed.length > 0;
}

const clear = (trx: Transaction, table: string, documentId: string, locales: unknown[] | null) =>
  trx.raw(
    `UPDATE ${table} SET review_state = NULL
      WHERE document_id = ? AND review_state IS NOT NULL AND (?::text[] IS NULL OR locale = ANY(?::text[]))`,
    [documentId, locales, locales],
  );
