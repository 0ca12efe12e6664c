import type { ReportFilters } from '../../../../../contract';
import type { ReportTables } from '../schema/report-tables';
import {
  conditionsOf,
  countsJson,
  pageOfRows,
  pageOfSeries,
  type CountsModel,
  type ReportPosition,
} from './report-rows';
import { namedAgency } from './agency-reference';

/** Rows that are read at a time: a year of all agencies is some twenty of them. */
const ROWS_AT_A_TIME = 5_000;

export type DownloadModel = {
  /** Changes with every change of what is published, and of what agencies are called. */
  revision: string;
  rows: {
    agency: { slug: string; name: string } | null;
    field: string | null;
    period: { kind: 'month' | 'quarter' | 'year'; from: string; to: string };
    counts: CountsModel;
    position: ReportPosition;
  }[];
};

export const revision = ({ kind }: ReportTables): string => `(
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
  const { agency, series } = filters;
  const named = agency === undefined ? '' : `${namedAgency(bind(agency))},`;
  const where = conditionsOf(filters, bind);
  const position = after && after.slice(0, series ? 2 : 4).map(bind);
  const page = (series ? pageOfSeries : pageOfRows)(tables, filters, where, position);
  const text = `
    WITH ${named} page AS (${page})
    SELECT json_build_object(
      'revision', ${revision(tables)},
      'rows', coalesce((
        SELECT json_agg(json_build_object(
                 'agency', CASE WHEN p.named_id IS NOT NULL THEN json_build_object('slug', agency.slug,
                   'name', directory.agency_name(agency, p.period_to, $1)) END,
                 'field', p.field,
                 'period', json_build_object('from', p.period_from, 'to', p.period_to, 'kind', p.kind),
                 'counts', ${countsJson(tables, 'p')},
                 'position', json_build_array(p.period_to, p.period_from, p.slug, p.field_key))
               ORDER BY p.period_to DESC, p.period_from DESC, p.slug COLLATE "C", p.field_key)
          FROM page p LEFT JOIN agencies agency ON agency.id = p.named_id), '[]')) AS model`;
  return { text, values, hasManyForms: true };
}

/** Whether a page of a download may have another after it. */
export const isWholePage = (rows: readonly unknown[]): boolean => rows.length === ROWS_AT_A_TIME;
