import type { ReportFilters } from '../../../../../contract';
import type { PeriodKind } from '../../../../../reports';
import type { ReportTables } from '../schema/report-tables';
import type { AgencyReference } from './agency-reference';
import type { Conditions } from './report-rows';

export type MissingModel = AgencyReference & { periods: { from: string; to: string; kind: PeriodKind }[] };

/** Periods whose gaps are told, where the request asks for days. */
const MOST_PERIODS = 12;
const MOST_AGENCIES = 500;

/**
 * The agencies that have not reported a period which others have, as JSON in the locale `$1`: those that existed on its last
 * day, of the levels that report. A report of a longer period counts for those within it.
 */
export function missingReports(tables: ReportTables, filters: ReportFilters, where: Conditions): string {
  const kind = filters.by ?? 'month';
  const periods = filters.from === undefined && filters.to === undefined ? 1 : MOST_PERIODS;
  return `
    SELECT coalesce(json_agg(json_build_object('id', document_id, 'slug', slug, 'name', name, 'periods', periods)
             ORDER BY name, document_id), '[]')
      FROM (
        SELECT agency.document_id, agency.slug, directory.agency_name(agency, max(asked.period_to), $1) AS name,
               json_agg(json_build_object('from', asked.period_from, 'to', asked.period_to, 'kind', asked.kind)
                 ORDER BY asked.period_from DESC) AS periods
          FROM (
            SELECT s.kind, s.period_from, s.period_to FROM ${tables.totals} s
             WHERE ${[`s.kind = '${kind}'`, ...where.days('s')].join(' AND ')}
             ORDER BY s.period_from DESC LIMIT ${periods}
          ) asked
          JOIN agencies agency ON directory.agency_status(agency, asked.period_to) = 'active'
           AND agency.level IN (${reportingLevels(tables)})
          ${filters.agency === undefined ? '' : 'AND agency.id = (SELECT id FROM named)'}
         WHERE ${isUnreported(tables)}
         GROUP BY agency.id
         ORDER BY name, agency.document_id
         LIMIT ${MOST_AGENCIES}) agencies`;
}

/** The levels of the agencies that have published a report. */
export const reportingLevels = ({ units }: ReportTables): string =>
  `SELECT DISTINCT level FROM agencies WHERE id IN (SELECT agency_id FROM ${units})`;

/** Whether `agency` has published nothing of the period `asked`, nor a longer one that has it. */
export const isUnreported = ({ sums }: ReportTables): string => `
           NOT EXISTS (
             SELECT FROM ${sums} r
              WHERE r.kind = asked.kind AND r.period_from = asked.period_from AND r.agency_id = agency.id)
           ${['quarter', 'year']
             .map(
               (longer) => `AND NOT EXISTS (
             SELECT FROM ${sums} r
              WHERE r.kind = '${longer}' AND r.period_from = date_trunc('${longer}', asked.period_from)::date
                AND r.agency_id = agency.id AND r.is_reported AND r.period_to >= asked.period_to)`,
             )
             .join('\n           ')}`;
