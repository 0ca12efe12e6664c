import { REPORT_TABLES, sumColumns } from '../../src/plugins/public-record/server/src/schema/report-tables';
import type { Newsroom } from '../helpers/newsroom';

const { reports, rows, sums, totals, units, columns } = REPORT_TABLES['procedure-progress'];

type ReportSizes = { agencies: number; fields: number; years: number };

/**
 * Fills the newsroom by SQL with a published report of procedures of each agency and month, from January 2015 on, a row a field.
 * Triggers are disabled meanwhile, and what they derive is filled at the end.
 */
export async function seedReports({ sql }: Newsroom, { agencies, fields, years }: ReportSizes): Promise<void> {
  await sql('SET session_replication_role = replica');
  await sql(
    `INSERT INTO agencies (document_id, slug, name, level, rank, created_at, updated_at)
       SELECT 'so-lieu' || lpad(n::text, 17, '0'), 'so-lieu-' || n, 'Cơ quan số liệu ' || n, 'commune', 100, now(), now()
         FROM generate_series(1, $1::integer) n`,
    [agencies],
  );
  await sql(
    `INSERT INTO ${reports} (document_id, agency_ref, period, rows, created_at, updated_at, published_at)
       SELECT 'bao-cao-' || agency.id || '-' || period, agency.id, period, '[{}]', now(), now(), now()
         FROM agencies agency
        CROSS JOIN LATERAL (
          SELECT to_char(date '2015-01-01' + make_interval(months => month), 'YYYY-MM') AS period
            FROM generate_series(0, $1::integer * 12 - 1) month) months
        WHERE agency.slug LIKE 'so-lieu-%'`,
    [years],
  );
  await sql(
    `INSERT INTO ${rows} (report_id, position, field, ${columns.map(({ column }) => column).join(', ')})
       SELECT report.id, n, 'Lĩnh vực ' || n, 100 + n + report.id % 50, 60 + n, 40 + report.id % 50, 10,
              50, 40 + n + report.id % 50, 5, 10, 2, 3
         FROM ${reports} report CROSS JOIN generate_series(1, $1::integer) n`,
    [fields],
  );
  const added = columns.flatMap(({ column, overTime, isOptional }) => {
    const sum = {
      flow: `sum(${column})::bigint`,
      first: `(array_agg(${column} ORDER BY report.period_from))[1]`,
      last: `(array_agg(${column} ORDER BY report.period_from DESC))[1]`,
    }[overTime];
    return [sum, ...(isOptional ? ['0'] : [])];
  });
  const names = sumColumns({ columns });
  for (const [kind, length] of Object.entries({ month: '1 month', quarter: '3 months', year: '1 year' })) {
    await sql(
      `INSERT INTO ${sums} (kind, period_from, period_to, agency_id, field_key, field, is_reported, is_complete, ${names.join(', ')})
         SELECT '${kind}', starts, (starts + interval '${length}')::date - 1, agency_ref, field_key, max(field), '${kind}' = 'month', true, ${added.join(', ')}
           FROM ${reports} report JOIN ${rows} ON report_id = report.id
          CROSS JOIN LATERAL (SELECT date_trunc('${kind}', report.period_from)::date AS starts) span
          GROUP BY starts, agency_ref, field_key`,
    );
  }
  await sql(
    `INSERT INTO ${totals} (kind, period_from, period_to, row_count, complete_count, ${names.join(', ')})
       SELECT kind, period_from, period_to, count(*), count(*), ${names.map((name) => `sum(${name})`).join(', ')}
         FROM ${sums} GROUP BY kind, period_from, period_to`,
  );
  await sql(
    `INSERT INTO ${units} (kind, agency_id, field_key) SELECT DISTINCT kind, agency_id, field_key FROM ${sums}`,
  );
  await sql('SET session_replication_role = DEFAULT');
  await sql('VACUUM ANALYZE');
}
