import { reportSumsLockKey } from '../../../../../postgres/lock-keys';
import { sumColumns, unknownColumn, type ReportTables } from './report-tables';

const [SPACE, KEY] = reportSumsLockKey;

/** The sums of rows over time and fields, as columns; `period_from` is in scope. */
const summed = ({ columns }: ReportTables): string[] =>
  columns.flatMap((count) => {
    const { column, overTime, isOptional } = count;
    if (overTime === 'first') return [`(array_agg(${column} ORDER BY period_from))[1] AS ${column}`];
    if (overTime === 'last') return [`(array_agg(${column} ORDER BY period_from DESC))[1] AS ${column}`];
    return [
      `coalesce(sum(${column}), 0)::bigint AS ${column}`,
      ...(isOptional ? [`sum(${unknownColumn(count)})::integer AS ${unknownColumn(count)}`] : []),
    ];
  });

/** The sums of the rows of one report, as columns. */
const ofReport = ({ columns }: ReportTables): string[] =>
  columns.flatMap((count) => [
    `coalesce(sum(${count.column}), 0)::bigint AS ${count.column}`,
    ...(count.isOptional
      ? [`(count(*) FILTER (WHERE ${count.column} IS NULL))::integer AS ${unknownColumn(count)}`]
      : []),
  ]);

/** Adds the sums of an agency in a period to the totals of all, or takes them away. */
const addToTotals = (tables: ReportTables, sign: '' | '-'): string => `
       INSERT INTO ${tables.totals} AS total (kind, period_from, period_to, row_count, complete_count, ${sumColumns(tables).join(', ')})
         SELECT kind, period_from, period_to, ${sign}count(*), ${sign}count(*) FILTER (WHERE is_complete), ${sumColumns(
           tables,
         )
           .map((column) => `${sign}sum(${column})`)
           .join(', ')}
           FROM ${tables.sums}
          WHERE agency_id = of_agency AND kind = span.kind AND period_from = span.starts
          GROUP BY kind, period_from, period_to
         ON CONFLICT (kind, period_from) DO UPDATE SET row_count = total.row_count + EXCLUDED.row_count,
           complete_count = total.complete_count + EXCLUDED.complete_count, ${sumColumns(tables)
             .map((column) => `${column} = total.${column} + EXCLUDED.${column}`)
             .join(', ')};`;

/** The functions that keep sums, totals and units of what is published (docs/adr/0018). */
export const sumFunctions = (tables: ReportTables): string[] => {
  const { kind, reports, rows, sums, totals, units } = tables;
  return [
    // The sums of the month, quarter and year that a report of these days belongs to. A report counts where no longer one
    // within the same period has its days.
    `CREATE OR REPLACE FUNCTION public_record.refresh_${reports}_sums(of_agency integer, first_day date, last_day date)
   RETURNS void LANGUAGE plpgsql AS $$
   DECLARE
     span record;
   BEGIN
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     FOR span IN
       SELECT * FROM (
         SELECT kind, date_trunc(kind, first_day)::date AS starts,
                (date_trunc(kind, first_day) + CASE kind WHEN 'month' THEN interval '1 month'
                  WHEN 'quarter' THEN interval '3 months' ELSE interval '1 year' END)::date - 1 AS ends
           FROM unnest(ARRAY['month', 'quarter', 'year']) kind) spans
        WHERE ends >= last_day
     LOOP${addToTotals(tables, '-')}
       DELETE FROM ${sums} WHERE agency_id = of_agency AND kind = span.kind AND period_from = span.starts;

       WITH published AS MATERIALIZED (
         SELECT id, period_from, period_to FROM ${reports}
          WHERE agency_ref = of_agency AND published_at IS NOT NULL
            AND period_from >= span.starts AND period_to <= span.ends
       ), counted AS (
         SELECT * FROM published
          WHERE NOT EXISTS (
            SELECT FROM published longer
             WHERE longer.id <> published.id AND longer.period_from <= published.period_from
               AND longer.period_to >= published.period_to)
       ), counted_rows AS MATERIALIZED (
         SELECT period_from, period_to, one.* FROM counted JOIN ${rows} one ON report_id = counted.id
       ), mixed AS (
         SELECT bool_or(field IS NULL) AND bool_or(field IS NOT NULL) AS is_mixed FROM counted_rows
       ), of_report AS (
         -- Where one report has fields and another has not, each counts as a whole: the two never enter one sum.
         SELECT period_from, period_to, CASE WHEN is_mixed THEN '' ELSE coalesce(field_key, '') END AS field_key,
                CASE WHEN NOT is_mixed THEN field END AS field,
                ${ofReport(tables).join(', ')}
           FROM counted_rows, mixed GROUP BY 1, 2, 3, 4
       )
       INSERT INTO ${sums} (kind, period_from, period_to, agency_id, field_key, field, is_reported, is_complete, ${sumColumns(tables).join(', ')})
         SELECT span.kind, span.starts, span.ends, of_agency, field_key,
                (array_agg(field ORDER BY period_from DESC))[1],
                bool_or(period_from = span.starts AND period_to = span.ends),
                (SELECT sum(period_to - period_from + 1) FROM counted) = span.ends - span.starts + 1, ${summed(tables).join(', ')}
           FROM of_report GROUP BY field_key;${addToTotals(tables, '')}
       INSERT INTO ${units} (kind, agency_id, field_key)
         SELECT kind, agency_id, field_key FROM ${sums}
          WHERE kind = span.kind AND period_from = span.starts AND agency_id = of_agency
         ON CONFLICT DO NOTHING;
       DELETE FROM ${units} gone
        WHERE gone.kind = span.kind AND gone.agency_id = of_agency
          AND NOT EXISTS (
            SELECT FROM ${sums} here
             WHERE here.kind = gone.kind AND here.agency_id = of_agency AND here.field_key = gone.field_key);
       DELETE FROM ${totals} WHERE kind = span.kind AND period_from = span.starts AND row_count = 0;
     END LOOP;
     UPDATE public_record.report_revisions SET revision = revision + 1, changed_on = public_record.clock() AT TIME ZONE 'UTC' WHERE kind = '${kind}';
   END $$`,

    `CREATE OR REPLACE FUNCTION public_record.sum_${reports}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' AND OLD.published_at IS NOT NULL AND OLD.agency_ref IS NOT NULL THEN
       PERFORM public_record.refresh_${reports}_sums(OLD.agency_ref, OLD.period_from, OLD.period_to);
     END IF;
     IF TG_OP <> 'DELETE' AND NEW.published_at IS NOT NULL AND NEW.agency_ref IS NOT NULL
       AND (TG_OP = 'INSERT' OR (OLD.published_at, OLD.agency_ref, OLD.period_from, OLD.period_to)
         IS DISTINCT FROM (NEW.published_at, NEW.agency_ref, NEW.period_from, NEW.period_to)) THEN
       PERFORM public_record.refresh_${reports}_sums(NEW.agency_ref, NEW.period_from, NEW.period_to);
     END IF;
     RETURN NULL;
   END $$`,
  ];
};
