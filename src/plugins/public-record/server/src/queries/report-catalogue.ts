import { REPORT_TABLES } from '../schema/report-tables';
import { instantText } from '../../../../../postgres/instant-text';

/** Of each kind of report: when it last changed (UTC), and the days that its reports have; nulls without any. */
export type CatalogueModel = Record<string, { changedOn: string | null; from: string | null; to: string | null }>;

const entry = ({ kind, totals }: (typeof REPORT_TABLES)['procedure-progress']): string => `
  '${kind}', (
    SELECT json_build_object('changedOn', ${instantText('changed_on')},
             'from', (SELECT min(period_from) FROM ${totals}), 'to', (SELECT max(period_to) FROM ${totals}))
      FROM public_record.report_revisions WHERE kind = '${kind}')`;

/** What the catalogue of open data says of reports. The locale is the reader's. */
export const reportCatalogue = (locale: string) => ({
  text: `SELECT json_build_object(${Object.values(REPORT_TABLES).map(entry).join(',')}) AS model FROM (VALUES ($1::text)) asked`,
  values: [locale],
});
