import type { Core } from '@strapi/strapi';
import type { ReportKind, ReportRow } from '../../../../../reports';
import { REPORT_TABLES } from '../schema/report-tables';

/** The document ids of an agency and of a report, whose agency counts where none is named; and a period. */
type Asked = { agency: string | null; document: string | null; period: string };

/** The rows that an agency has published of a period; null where it has published none. By its index of reports. As `json`: Strapi reads `jsonb` as text. */
export async function publishedRows(
  strapi: Core.Strapi,
  kind: ReportKind,
  { agency, document, period }: Asked,
): Promise<ReportRow[] | null> {
  const { reports } = REPORT_TABLES[kind];
  const { rows } = await strapi.db.connection.raw<{ rows: { rows: ReportRow[] }[] }>(
    `SELECT rows::json AS rows FROM ${reports}
      WHERE published_at IS NOT NULL AND period_from = public_record.first_day(?::text) AND period = ?::text
        AND agency_ref = coalesce(
          (SELECT id FROM agencies WHERE document_id = ?::text),
          (SELECT agency_ref FROM ${reports} WHERE document_id = ?::text AND published_at IS NULL))`,
    [period, period, agency, document] as never,
  );
  return rows[0]?.rows ?? null;
}
