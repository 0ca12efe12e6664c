import type { ReportFilters } from '../../../../../contract';
import { PERIOD_KINDS, type PeriodKind } from '../../../../../reports';
import type { ReportTables } from '../schema/report-tables';
import type { AgencyReference } from './agency-reference';
import type { Conditions } from './report-conditions';

export type MissingModel = AgencyReference & { periods: { from: string; to: string; kind: PeriodKind }[] };

/** Periods whose gaps are told, where the request asks for days. */
const MOST_PERIODS = 12;
const MOST_AGENCIES = 500;

/**
 * The agencies that have not reported a period of which another has reported all, as JSON in the locale `$1`: those that existed
 * on its last day, of the levels that report. Where neither `by` nor `series` says for which periods, each agency is asked for
 * those of the length that it last reported, and one that never did for those of the last report of all.
 */
export function missingReports(
  tables: ReportTables,
  { series, by = series ? 'month' : undefined, from, to, agency }: ReportFilters,
  where: Conditions,
): string {
  const periods = from === undefined && to === undefined ? 1 : MOST_PERIODS;
  const asked = (by === undefined ? PERIOD_KINDS : [by]).map(
    (kind) => `(
            SELECT s.kind, s.period_from, s.period_to FROM ${tables.totals} s
             WHERE ${[`s.kind = '${kind}'`, 's.complete_count > 0', ...where.days('s')].join(' AND ')}
             ORDER BY s.period_from DESC LIMIT ${periods})`,
  );
  return `
    WITH asked AS MATERIALIZED (${asked.join(' UNION ALL ')}), office AS MATERIALIZED (
      SELECT one.id${by === undefined ? `, coalesce((${lastKind(tables, 'one')}), (${lastKind(tables)})) AS kind` : ''} FROM agencies one
       WHERE one.level IN (${reportingLevels(tables)})${agency === undefined ? '' : ' AND one.id = (SELECT id FROM named)'}
    )
    SELECT coalesce(json_agg(json_build_object('id', document_id, 'slug', slug, 'name', name, 'periods', periods)
             ORDER BY name, document_id), '[]')
      FROM (
        SELECT agency.document_id, agency.slug, directory.agency_name(agency, max(asked.period_to), $1) AS name,
               json_agg(json_build_object('from', asked.period_from, 'to', asked.period_to, 'kind', asked.kind)
                 ORDER BY asked.period_from DESC) AS periods
          FROM office JOIN asked ${by === undefined ? 'USING (kind)' : 'ON true'}
          JOIN agencies agency ON agency.id = office.id AND directory.agency_status(agency, asked.period_to) = 'active'
         WHERE ${isUnreported(tables)}
         GROUP BY agency.id
         ORDER BY name, agency.document_id
         LIMIT ${MOST_AGENCIES}) agencies`;
}

/** The kind of period that a text names. */
export const kindOf = (period: string): string =>
  `CASE WHEN ${period} ~ 'Q' THEN 'quarter' WHEN ${period} ~ '-' THEN 'month' ELSE 'year' END`;

/** The length of the last report that is published: of an agency, or of all. */
const lastKind = ({ reports, sums }: ReportTables, agency?: string): string =>
  agency
    ? `SELECT ${kindOf('period')} FROM ${reports} WHERE agency_ref = ${agency}.id AND published_at IS NOT NULL
              ORDER BY period_from DESC, period_to LIMIT 1`
    : `SELECT kind FROM ${sums} WHERE is_reported ORDER BY period_to DESC, period_from DESC LIMIT 1`;

/** The levels of the agencies that have published a report, each of which has a part in the sums of a year. */
export const reportingLevels = ({ units }: ReportTables): string =>
  `SELECT DISTINCT level FROM agencies WHERE id IN (SELECT agency_id FROM ${units} WHERE kind = 'year')`;

/**
 * Whether `agency` has not published all of the period `asked`: no report of it, of a longer one, or of shorter ones that
 * together have all of its days.
 */
export const isUnreported = ({ sums }: ReportTables): string => `
           NOT EXISTS (
             SELECT FROM ${sums} r
              WHERE r.kind = asked.kind AND r.period_from = asked.period_from AND r.agency_id = agency.id AND r.is_complete)
           ${['quarter', 'year']
             .map(
               (longer) => `AND NOT EXISTS (
             SELECT FROM ${sums} r
              WHERE r.kind = '${longer}' AND r.period_from = date_trunc('${longer}', asked.period_from)::date
                AND r.agency_id = agency.id AND r.is_reported AND r.period_to >= asked.period_to)`,
             )
             .join('\n           ')}`;
