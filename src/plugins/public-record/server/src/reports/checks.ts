import type { Core } from '@strapi/strapi';
import {
  carriedOverDifferences,
  checkRows,
  parsePeriod,
  periodText,
  previousPeriod,
  type ReportRow,
} from '../../../../../reports';
import { formatNumber } from '../../../../../vietnamese';
import { publishedRows } from '../queries/published-rows';

/** A report's form or row. */
type Checked = { documentId: string | null; values: Record<string, unknown> };

/** What publishing-desk shows: the key of a text of the panel, with its values. */
type Finding = { message: string; values: Record<string, string> };

type Linked = { apiData?: { documentId?: unknown }; documentId?: unknown };

/** The agency that a form has chosen, or that a row has. */
function agencyOf(value: unknown): string | null {
  const list: unknown = Array.isArray(value) ? value : (value as { connect?: unknown } | null | undefined)?.connect;
  const last: unknown = Array.isArray(list) ? list.at(-1) : null;
  const linked = (last ?? {}) as Linked;
  const id = typeof last === 'string' ? last : (linked.apiData?.documentId ?? linked.documentId);
  return typeof id === 'string' ? id : null;
}

/** What is carried over and differs from what the last published period of the agency left pending. */
async function carriedOver(strapi: Core.Strapi, { documentId, values }: Checked): Promise<Finding[]> {
  const period = typeof values.period === 'string' ? parsePeriod(values.period) : null;
  const rows = checkRows('procedure-progress', values.rows);
  if (!period || !rows.ok || rows.value.length === 0) return [];
  const user = strapi.requestContext.get()?.state.user as { agency?: string | null } | undefined;
  const last = await publishedRows(strapi, 'procedure-progress', {
    agency: agencyOf(values.agency) ?? (documentId === null ? (user?.agency ?? null) : null),
    document: documentId,
    period: periodText(previousPeriod(period)),
  });
  if (!last) return [];
  return carriedOverDifferences(rows.value, last as ReportRow<'procedure-progress'>[]).map((one) => ({
    message: `public-record.checks.carried-over${one.field === null ? '-in-all' : ''}`,
    values: {
      ...(one.field !== null && { field: one.field }),
      carriedOver: formatNumber(String(one.carriedOver)),
      pending: formatNumber(String(one.pending)),
      by: formatNumber(String(Math.abs(one.carriedOver - one.pending))),
    },
  }));
}

/** The checks of a report of procedures before it is published, for publishing-desk. */
export const reportChecks = (strapi: Core.Strapi) => ({
  'carried-over': (report: Checked) => carriedOver(strapi, report),
});
