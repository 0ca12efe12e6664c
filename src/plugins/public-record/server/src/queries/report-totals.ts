import type { ReportFilters } from '../../../../../contract';
import { EARLIEST_YEAR, LATEST_YEAR, periodRuns, type Period, type PeriodKind } from '../../../../../reports';
import { countsJson, unknownColumn, type ReportTables } from '../schema/report-tables';

/** Over time: flows are summed, `first` ones are those of the first period, `last` ones of the last. */
const OVER_TIME = { flow: 'flows', first: 'entered', last: 'left_over' } as const;

/** Whether a row of sums or totals is of the periods of `run`. */
const inRun = (row: string): string =>
  `${row}.kind = run.kind AND ${row}.period_from BETWEEN run.first_day AND run.last_day AND ${row}.period_to <= run.last_day`;

/**
 * The totals over a filter, as JSON; null where it has no row. For each agency and field the first and the last period that it
 * has in the filter count; of an agency that reported with fields and without, its first and last period in all, so that the
 * two never enter one total.
 */
export function reportTotals(tables: ReportTables, filters: ReportFilters, bind: (value: unknown) => string): string {
  const runs = runsOf(filters).map(({ kind, from, to }) => ({
    kind,
    first: `${bind(from)}::date`,
    last: `${bind(to)}::date`,
  }));
  if (runs.length === 0) return 'SELECT NULL::json';
  const isAsReported = filters.by === undefined && !filters.series;
  return (filters.agency === undefined ? ofAll : ofAgency)(tables, runs, isAsReported);
}

/** Periods of one kind between two days, which are SQL expressions. */
type Run = { kind: PeriodKind; first: string; last: string };

/** Runs as a row source `run`. */
const asRows = (runs: readonly Run[]): string =>
  `run (kind, first_day, last_day) AS MATERIALIZED (VALUES ${runs.map(({ kind, first, last }) => `('${kind}', ${first}, ${last})`).join(', ')})`;

/**
 * The periods whose sums together are those of a filter. Reports as they are lie in the longest periods that the days have: the
 * sums of these leave out what a longer report has.
 */
function runsOf({ by, series, from, to }: ReportFilters): Period[] {
  const [earliest, latest] = [`${EARLIEST_YEAR}-01-01`, `${LATEST_YEAR}-12-31`];
  const first = from !== undefined && from > earliest ? from : earliest;
  const last = to !== undefined && to < latest ? to : latest;
  const kind = by ?? (series ? 'month' : null);
  return kind === null ? periodRuns(first, last) : [{ kind, from: first, to: last }];
}

/** The first or the last report of an agency, as the condition of its rows `one`. */
const edgeReport = ({ reports }: ReportTables, runs: readonly Run[], agency: string, overTime: 'first' | 'last') => `
  one.report_id = (
    SELECT id FROM ${reports} WHERE agency_ref = ${agency} AND published_at IS NOT NULL
       AND period_from >= ${runs[0]!.first} AND period_to <= ${runs.at(-1)!.last}
     ORDER BY ${overTime === 'first' ? 'period_from, period_to DESC' : 'period_to DESC, period_from'} LIMIT 1)`;

/** Of an agency, whose rows are read one by one. */
function ofAgency(tables: ReportTables, runs: readonly Run[], isAsReported: boolean): string {
  const edge = (overTime: 'first' | 'last') =>
    tables.columns
      .filter((count) => count.overTime === overTime)
      .map(({ column }) => {
        const ofUnits = `coalesce(sum(r.${column}) FILTER (WHERE r.period_from = unit.${overTime}), 0)::bigint`;
        if (!isAsReported) return `${ofUnits} AS ${column}`;
        const report = edgeReport(tables, runs, '(SELECT id FROM named)', overTime);
        return `CASE WHEN (SELECT is_mixed FROM form)
                     THEN (SELECT sum(one.${column})::bigint FROM ${tables.rows} one WHERE ${report})
                     ELSE ${ofUnits} END AS ${column}`;
      });
  const flows = columnsOf(tables, (column, overTime) => (overTime === 'flow' ? `sum(r.${column})::bigint` : null));
  return `
  WITH ${asRows(runs)}, counted AS MATERIALIZED (
    SELECT s.* FROM run JOIN ${tables.sums} s ON s.agency_id = (SELECT id FROM named) AND ${inRun('s')}
  ), form AS MATERIALIZED (
    SELECT bool_or(field_key = '') AND bool_or(field_key <> '') AS is_mixed FROM counted
  ), of_unit AS MATERIALIZED (
    SELECT *, CASE WHEN (SELECT is_mixed FROM form) THEN '' ELSE field_key END AS unit FROM counted
  ), unit AS (
    SELECT unit, min(period_from) AS first, max(period_from) AS last FROM of_unit GROUP BY unit
  )
  SELECT ${countsJson(tables, 'total')} FROM (
    SELECT ${[flows, ...edge('first'), ...edge('last')].join(', ')}
      FROM of_unit r JOIN unit ON unit.unit = r.unit HAVING count(*) > 0) total`;
}

/** The columns of counts for which there is an expression. */
const columnsOf = (
  { columns }: Pick<ReportTables, 'columns'>,
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
 * and fields that have none in that one; the last likewise. Agencies that reported with fields and without count by
 * themselves.
 */
function ofAll(tables: ReportTables, runs: readonly Run[], isAsReported: boolean): string {
  const { sums, totals, units, columns, rows } = tables;
  const kinds = `IN (${[...new Set(runs.map(({ kind }) => `'${kind}'`))].join(', ')})`;
  const of = (overTime: 'first' | 'last') => columns.filter((count) => count.overTime === overTime);
  const edge = (overTime: 'first' | 'last', bound: 'starts' | 'ends', pick: 'min' | 'max') => {
    if (of(overTime).length === 0) return '';
    const listed = (expression: (column: string) => string) =>
      of(overTime)
        .map(({ column }) => expression(column))
        .join(', ');
    const inRuns = overTime === 'first' ? runs : runs.toReversed();
    const edgePeriod = (row: string, condition: string) =>
      `coalesce(${inRuns
        .map(
          ({ kind, first, last }) => `(
              SELECT ${pick}(s.period_from) FROM ${sums} s
               WHERE s.agency_id = ${row}.agency_id AND ${condition} AND s.kind = '${kind}'
                 AND s.period_from BETWEEN ${first} AND ${last} AND s.period_to <= ${last})`,
        )
        .join(', ')})`;
    const ofMixed = isAsReported
      ? `FROM ${rows} one WHERE ${edgeReport(tables, runs, 'mixed.agency_id', overTime)}`
      : `FROM ${sums} one WHERE one.agency_id = mixed.agency_id AND one.kind = '${runs[0]!.kind}'
               AND one.period_from = ${edgePeriod('mixed', 'true')}`;
    return `, ${OVER_TIME[overTime]} AS (
    SELECT ${listed((column) => `coalesce(sum(${column}), 0)::bigint AS ${column}`)}
      FROM (
        SELECT ${listed((column) => column)} FROM ${bound}
        UNION ALL
        SELECT ${listed((column) => `-one.${column}`)} FROM ${bound} JOIN ${sums} one USING (kind, period_from)
         WHERE one.agency_id IN (SELECT agency_id FROM mixed)
        UNION ALL
        SELECT whole.* FROM mixed CROSS JOIN LATERAL (
          SELECT ${listed((column) => `sum(one.${column})`)} ${ofMixed}) whole
        UNION ALL
        SELECT ${listed((column) => `edge.${column}`)}
          FROM (
            SELECT agency_id, field_key FROM units
             WHERE (SELECT starts.period_from < ends.period_from FROM starts, ends)
               -- Each row is of a unit: where there are as many, none is absent.
               AND (SELECT count(*) FROM units) > (SELECT row_count FROM ${bound})
               AND agency_id NOT IN (SELECT agency_id FROM mixed)
            EXCEPT
            SELECT s.agency_id, s.field_key FROM ${bound} JOIN ${sums} s USING (kind, period_from)
          ) absent JOIN period ON period.period_from = ${edgePeriod('absent', 's.field_key = absent.field_key')}
          JOIN ${sums} edge ON edge.kind = period.kind AND edge.period_from = period.period_from
               AND edge.agency_id = absent.agency_id AND edge.field_key = absent.field_key
      ) parts)`;
  };
  const flows = columnsOf({ columns }, (column) => `sum(${column})::bigint`);
  const hasRow = (condition: string) => `EXISTS (
       SELECT FROM run JOIN ${sums} s ON s.agency_id = candidate.agency_id AND s.field_key ${condition} AND ${inRun('s')})`;
  return `
  WITH ${asRows(runs)}, period AS MATERIALIZED (
    SELECT t.* FROM run JOIN ${totals} t ON ${inRun('t')}
  ), starts AS MATERIALIZED (SELECT * FROM period ORDER BY period_from LIMIT 1
  ), ends AS MATERIALIZED (SELECT * FROM period ORDER BY period_from DESC LIMIT 1
  ), ${OVER_TIME.flow} AS (SELECT ${flows} FROM period HAVING count(*) > 0
  ), units AS MATERIALIZED (SELECT DISTINCT agency_id, field_key FROM ${units} WHERE kind ${kinds}
  ), mixed AS MATERIALIZED (
    SELECT agency_id FROM (
      SELECT agency_id FROM units GROUP BY agency_id HAVING bool_or(field_key = '') AND bool_or(field_key <> '')) candidate
     WHERE ${hasRow("= ''")} AND ${hasRow("<> ''")}
  )${edge('first', 'starts', 'min')}${edge('last', 'ends', 'max')}
  SELECT ${countsJson({ columns }, 'total')} FROM (
    SELECT ${columns
      .flatMap((count) => [
        `${OVER_TIME[count.overTime]}.${count.column}`,
        ...(count.isOptional ? [`${OVER_TIME.flow}.${unknownColumn(count)}`] : []),
      ])
      .join(', ')}
      FROM ${OVER_TIME.flow}${of('first').length > 0 ? `, ${OVER_TIME.first}` : ''}${of('last').length > 0 ? `, ${OVER_TIME.last}` : ''}
  ) total`;
}
