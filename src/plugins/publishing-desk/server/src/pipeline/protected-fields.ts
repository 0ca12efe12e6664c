import { type DocumentContext, withData, writtenData } from '../../../../../documents/written-data';
import { compareRows } from '../history/compare-rows';
import type { Transaction } from '../history/record-version';
import type { DocumentRow } from '../history/document-rows';
import { OWNED } from '../permissions/owned-types';
import { reviewStateOf } from '../review/review-state';

/** What happens to an article, by deeds of the desk's; no form shows it, and Strapi takes it from whoever sends it. */
const OF_DEEDS = ['corrections', 'withdrawnOn', 'withdrawalOutcome', 'withdrawalReason', 'movedTo'];

/**
 * A review's state is changed by the desk's own deeds and by nothing that is written: what comes with a save is left
 * out, and a copy starts without one, as does what is published. So it is with a revision, a withdrawal and corrections
 * that a person sends; a machine may have them from elsewhere. A copy has none of its source's.
 *
 * @param locale the language that a write without one is of
 */
export async function beforeWrite(
  trx: Transaction,
  table: string,
  context: DocumentContext,
  { locale, isMachine }: { locale: string; isMachine: boolean },
): Promise<void> {
  const { action, uid } = context;
  const params = context.params as { documentId?: string; locale?: unknown; status?: string };
  const isOwned = OWNED.has(uid);
  const data = writtenData(context);
  if (data) {
    const left = ['reviewState', ...(isMachine ? [] : ['revision', ...OF_DEEDS])];
    const written = Object.fromEntries(Object.entries(data).filter(([name]) => !left.includes(name)));
    const emptied = action === 'clone' ? ['reviewState', ...OF_DEEDS] : ['reviewState'];
    const isEmptied = isOwned && (action === 'clone' || params.status === 'published');
    withData(context, isEmptied ? { ...Object.fromEntries(emptied.map((name) => [name, null])), ...written } : written);
  }
  if (action !== 'publish' || !isOwned) return;
  const { documentId } = params;
  const locales = [params.locale ?? locale].flat();
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
