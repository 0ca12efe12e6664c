import type { ReportFilters } from '../../../../../contract';
import type { PeriodKind } from '../../../../../reports';
import { sumColumns, type ReportTables } from '../schema/report-tables';
import { pageOfReports, type ReportPosition } from './report-rows';

/** Rows that are read at a time. With more of them a download is faster, and takes more memory. */
const ROWS_AT_A_TIME = 500;

/** A row without names of its parts, which would be most of its text. */
export type DownloadedRow = [
  slug: string | null,
  agency: string | null,
  field: string | null,
  ...period: [kind: PeriodKind, from: string, to: string],
  /** In the order of `sumColumns`. */
  ...counts: number[],
];

export type DownloadModel = {
  /** Changes with every change of what is published, and of what agencies are called. */
  revision: string;
  rows: DownloadedRow[];
  /** Of the last row; null without any. */
  position: ReportPosition | null;
};

const revision = ({ kind }: ReportTables): string => `(
  SELECT concat_ws(' ', revision, names.digest, periods.digest)
    FROM public_record.report_revisions,
         (SELECT md5(string_agg(concat_ws('|', document_id, slug, name, name_en), '|' ORDER BY id)) AS digest FROM agencies) names,
         (SELECT md5(string_agg(concat_ws('|', agency_ref, name, name_en, "from", "to"), '|' ORDER BY id)) AS digest
            FROM agency_periods) periods
   WHERE kind = '${kind}')`;

/** Some rows of a download, in the order of the lists, and the revision of the whole. */
export function reportDownload(
  tables: ReportTables,
  locale: string,
  filters: ReportFilters,
  after: ReportPosition | null,
) {
  const values: unknown[] = [locale, ROWS_AT_A_TIME];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { sources } = pageOfReports(tables, filters, after, bind);
  const text = `
    WITH ${sources}
    SELECT json_build_object(
      'revision', ${revision(tables)},
      'rows', coalesce((
        SELECT json_agg(json_build_array(agency.slug, directory.agency_name(agency, p.period_to, $1), p.field,
                 p.kind, p.period_from, p.period_to, ${sumColumns(tables)
                   .map((column) => `p.${column}`)
                   .join(', ')})
               ORDER BY p.period_to DESC, p.period_from DESC, p.slug COLLATE "C", p.field_key)
          FROM page p LEFT JOIN agencies agency ON agency.id = p.named_id), '[]'),
      'position', (
        SELECT json_build_array(period_to, period_from, slug, field_key) FROM page
         ORDER BY period_to, period_from, slug COLLATE "C" DESC, field_key DESC LIMIT 1)) AS model`;
  return { text, values, hasManyForms: true };
}

/** Whether a page of a download may have another after it. */
export const isWholePage = (rows: readonly unknown[]): boolean => rows.length === ROWS_AT_A_TIME;
