import type { ReportFilters } from '../../../../../contract';
import { unknownColumn, type ReportTables } from '../schema/report-tables';
import { countsJson, onSums, type Conditions } from './report-rows';

/** Over time: flows are summed, `first` ones are those of the first period, `last` ones of the last. */
const OVER_TIME = { flow: 'flows', first: 'entered', last: 'left_over' } as const;

/**
 * The totals over a filter, as JSON; null where it has no row. For each agency and field the first and the last period that it
 * has in the filter count; of an agency that reported with fields and without, its first and last period in all, so that the
 * two never enter one total.
 */
export function reportTotals(tables: ReportTables, filters: ReportFilters, where: Conditions): string {
  const { by, series, agency } = filters;
  const kind = by ?? (series ? 'month' : hasWholeYears(filters) ? 'year' : null);
  if (kind === null) return ofRows(tables, reportedRows(tables, where));
  if (agency === undefined) return ofAll(tables, kind, where);
  const conditions = [`s.kind = '${kind}'`, ...onSums(where, 's')].join(' AND ');
  return ofRows(tables, `SELECT s.* FROM ${tables.sums} s WHERE ${conditions}`);
}

/** The sums of a year leave out what a longer report has, and so have what was reported in it. */
const hasWholeYears = ({ from, to }: ReportFilters): boolean =>
  (from === undefined || from.endsWith('-01-01')) && (to === undefined || to.endsWith('-12-31'));

/** The reports as they are: one that lies in a longer one of the filter does not count. */
const reportedRows = ({ sums }: ReportTables, where: Conditions): string => `
  WITH longer AS MATERIALIZED (
    SELECT DISTINCT agency_id, kind, period_from, period_to FROM ${sums} l
     WHERE ${['l.is_reported', `l.kind = ANY('{quarter,year}')`, ...onSums(where, 'l')].join(' AND ')}
  )
  SELECT s.* FROM ${sums} s
   WHERE ${['s.is_reported', ...onSums(where, 's')].join(' AND ')}
     AND NOT EXISTS (
       SELECT FROM longer
        WHERE longer.agency_id = s.agency_id AND longer.kind <> s.kind
          AND longer.period_from <= s.period_from AND longer.period_to >= s.period_to)`;

/** Of any rows, which are read one by one. */
function ofRows(tables: ReportTables, rows: string): string {
  const edge = (overTime: 'first' | 'last') =>
    tables.columns
      .filter((count) => count.overTime === overTime)
      .map(
        ({ column }) =>
          `coalesce(sum(r.${column}) FILTER (WHERE r.period_from = unit.${overTime}), 0)::bigint AS ${column}`,
      );
  const flows = columnsOf(tables, (column, overTime) => (overTime === 'flow' ? `sum(r.${column})::bigint` : null));
  return `
  WITH counted AS MATERIALIZED (${rows}), mixed AS (
    SELECT agency_id FROM counted GROUP BY agency_id HAVING bool_or(field_key = '') AND bool_or(field_key <> '')
  ), of_unit AS MATERIALIZED (
    SELECT *, CASE WHEN agency_id IN (SELECT agency_id FROM mixed) THEN '' ELSE field_key END AS unit FROM counted
  ), unit AS (
    SELECT agency_id, unit, min(period_from) AS first, max(period_from) AS last FROM of_unit GROUP BY agency_id, unit
  )
  SELECT ${countsJson(tables, 'total')} FROM (
    SELECT ${[flows, ...edge('first'), ...edge('last')].join(', ')}
      FROM of_unit r JOIN unit ON unit.agency_id = r.agency_id AND unit.unit = r.unit HAVING count(*) > 0) total`;
}

/** The columns of counts for which there is an expression. */
const columnsOf = (
  { columns }: ReportTables,
  expression: (column: string, overTime: 'flow' | 'first' | 'last') => string | null,
): string =>
  columns
    .flatMap((count) => {
      const { column, overTime, isOptional } = count;
      const own = expression(column, overTime);
      if (own === null) return [];
      return [
        `${own} AS ${column}`,
        ...(isOptional ? [`${expression(unknownColumn(count), 'flow')} AS ${unknownColumn(count)}`] : []),
      ];
    })
    .join(', ');

/**
 * Of all agencies, from their totals by period: what was there in the first period, and beside it the first of those agencies
 * and fields that have none in that one; the last likewise.
 */
function ofAll(tables: ReportTables, kind: string, where: Conditions): string {
  const { sums, totals, units, columns } = tables;
  const conditions = [`s.kind = '${kind}'`, ...where.days('s')].join(' AND ');
  const of = (overTime: 'first' | 'last') => columns.filter((count) => count.overTime === overTime);
  const edge = (overTime: 'first' | 'last', name: string, bound: 'starts' | 'ends', pick: 'min' | 'max') =>
    of(overTime).length === 0
      ? ''
      : `, ${name} AS (
    SELECT ${of(overTime)
      .map(({ column }) => `coalesce(sum(${column}), 0)::bigint AS ${column}`)
      .join(', ')}
      FROM (
        SELECT ${of(overTime)
          .map(({ column }) => column)
          .join(', ')} FROM ${totals}, span
         WHERE ${totals}.kind = '${kind}' AND ${totals}.period_from = span.${bound}
        UNION ALL
        SELECT ${of(overTime)
          .map(({ column }) => `edge.${column}`)
          .join(', ')}
          FROM span CROSS JOIN LATERAL (
            SELECT DISTINCT agency_id, CASE WHEN agency_id IN (SELECT agency_id FROM mixed) THEN NULL ELSE field_key END AS field_key
              FROM ${units} WHERE ${units}.kind = '${kind}' AND (SELECT starts < ends FROM span)
               -- Each row is of a unit: where there are as many, none is absent.
               AND (SELECT count(*) FROM ${units} WHERE kind = '${kind}') > (
                 SELECT row_count FROM span JOIN ${totals} t ON t.kind = '${kind}' AND t.period_from = span.${bound})
            EXCEPT
            SELECT agency_id, CASE WHEN agency_id IN (SELECT agency_id FROM mixed) THEN NULL ELSE field_key END
              FROM ${sums} WHERE ${sums}.kind = '${kind}' AND ${sums}.period_from = span.${bound}
          ) absent CROSS JOIN LATERAL (
            SELECT ${pick}(period_from) AS period_from FROM ${sums} r
             WHERE r.kind = '${kind}' AND r.agency_id = absent.agency_id AND (absent.field_key IS NULL OR r.field_key = absent.field_key)
               AND r.period_from BETWEEN span.starts AND span.ends
          ) own JOIN ${sums} edge
            ON edge.kind = '${kind}' AND edge.period_from = own.period_from AND edge.agency_id = absent.agency_id
               AND (absent.field_key IS NULL OR edge.field_key = absent.field_key)
      ) both_parts)`;
  const flows = columnsOf(tables, (column) => `sum(${column})::bigint`);
  return `
  WITH ${OVER_TIME.flow} AS MATERIALIZED (
    SELECT ${flows}, min(period_from) AS starts, max(period_from) AS ends FROM ${totals} s WHERE ${conditions} HAVING count(*) > 0
  ), span AS MATERIALIZED (SELECT starts, ends FROM ${OVER_TIME.flow}), mixed AS MATERIALIZED (
    SELECT unit.agency_id FROM span CROSS JOIN LATERAL (
      SELECT agency_id FROM ${units} WHERE kind = '${kind}'
       GROUP BY agency_id HAVING bool_or(field_key = '') AND bool_or(field_key <> '')
    ) unit
     WHERE ${["= ''", "<> ''"]
       .map(
         (isOfField) => `EXISTS (
       SELECT FROM ${sums} r
        WHERE r.kind = '${kind}' AND r.agency_id = unit.agency_id AND r.field_key ${isOfField}
          AND r.period_from BETWEEN span.starts AND span.ends)`,
       )
       .join(' AND ')}
  )${edge('first', OVER_TIME.first, 'starts', 'min')}${edge('last', OVER_TIME.last, 'ends', 'max')}
  SELECT ${countsJson(tables, 'total')} FROM (
    SELECT ${columns
      .flatMap((count) => [
        `${OVER_TIME[count.overTime]}.${count.column}`,
        ...(count.isOptional ? [`${OVER_TIME.flow}.${unknownColumn(count)}`] : []),
      ])
      .join(', ')}
      FROM ${OVER_TIME.flow}${of('first').length > 0 ? `, ${OVER_TIME.first}` : ''}${of('last').length > 0 ? `, ${OVER_TIME.last}` : ''}
  ) total`;
}
