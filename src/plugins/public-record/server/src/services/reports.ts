import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { checkRows, type ReportKind, type ReportRow } from '../../../../../reports';
import { REPORT_TYPES } from '../reports/check-report';

/** What an agency reports of a period; rows as they are sent, to be checked. */
type SentReport = { agency: string; period: string; rows: unknown; correction?: string | undefined };

export type SavedReport = {
  documentId: string;
  /** Whether the draft is new, has other counts than before, or had these. */
  outcome: 'created' | 'updated' | 'unchanged';
};

type Stored = { documentId: string; rows: ReportRow[] | null; correction: string | null };

/** Reports that come from elsewhere than their form. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Saves the report of an agency (by document id) and period as a draft: a new one, or with other counts than the one that
   * there is. The same report twice changes nothing.
   *
   * @throws ValidationError (400) for rows that do not add up and for a period or agency that cannot be
   */
  async save(kind: ReportKind, report: SentReport): Promise<SavedReport> {
    const { agency, period } = report;
    return await strapi.db.transaction(async ({ trx }) => {
      // Two of the same report at once: the second finds what the first has saved.
      await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${kind} ${agency} ${period}`]);
      return saveAlone(strapi, kind, report);
    });
  },
});

async function saveAlone(
  strapi: Core.Strapi,
  kind: ReportKind,
  { agency, period, rows, correction }: SentReport,
): Promise<SavedReport> {
  const type = REPORT_TYPES[kind];
  const documents = strapi.documents(type as (typeof REPORT_TYPES)['procedure-progress']);
  const data = { agency, period, rows, ...(correction !== undefined && { correction }) } as never;
  const stored = (await strapi.db.query(type).findOne({
    select: ['documentId', 'rows', 'correction'],
    where: { agency: { documentId: agency }, period, publishedAt: null },
  })) as Stored | null;
  if (!stored) {
    const { documentId } = await documents.create({ data });
    return { documentId, outcome: 'created' };
  }
  const { documentId } = stored;
  const checked = checkRows(kind, rows);
  const isSame =
    checked.ok &&
    isDeepStrictEqual(checked.value, stored.rows) &&
    (correction === undefined || correction === stored.correction);
  if (isSame) return { documentId, outcome: 'unchanged' };
  await documents.update({ documentId, data });
  return { documentId, outcome: 'updated' };
}
