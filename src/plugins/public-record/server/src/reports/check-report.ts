import { errors } from '@strapi/utils';
import type { DocumentMiddleware } from '../../../../../documents';
import { withData, writtenData } from '../../../../../documents/written-data';
import { checkRows, EARLIEST_YEAR, LATEST_YEAR, parsePeriod, type ReportKind } from '../../../../../reports';
import { listProblems, parsedJson } from '../json-values';

/** The content types of reports, by their kind. */
export const REPORT_TYPES = {
  'procedure-progress': 'plugin::public-record.procedure-report',
  'document-exchange': 'plugin::public-record.exchange-report',
} as const satisfies Record<ReportKind, string>;

const KINDS = new Map<string, ReportKind>(
  Object.entries(REPORT_TYPES).map(([kind, type]) => [type, kind as ReportKind]),
);

/**
 * The middleware that checks the period and the rows of a report: what is stored is what the checks return.
 *
 * Throws a ValidationError (400) whose messages name the row and the count in Vietnamese.
 */
export const checkReport: DocumentMiddleware = (context, next) => {
  const kind = KINDS.get(context.uid);
  const data = writtenData(context);
  if (!kind || !data) return next();
  const { period, rows } = data;
  const checked = {
    ...(period !== undefined && { period: checkedPeriod(period) }),
    ...(rows !== undefined && { rows: checkedRows(kind, rows) }),
  };
  // A clone merges lists index by index into those that it copies; a text replaces them.
  const stored =
    context.action === 'clone' && checked.rows ? { ...checked, rows: JSON.stringify(checked.rows) } : checked;
  withData(context, { ...data, ...stored });
  return next();
};

function checkedPeriod(period: unknown): string | null {
  if (period === null || period === '') return null;
  if (typeof period === 'string' && parsePeriod(period)) return period;
  const message = `“Kỳ báo cáo” không đúng: cần một tháng (2025-07), quý (2025-Q3) hoặc năm (2025), từ ${EARLIEST_YEAR} đến ${LATEST_YEAR}.`;
  throw refusal('period', message);
}

function checkedRows(kind: ReportKind, rows: unknown) {
  const result = checkRows(kind, parsedJson(rows));
  if (result.ok) return result.value;
  throw refusal('rows', listProblems(result.problems));
}

const refusal = (field: string, message: string) =>
  new errors.ValidationError(message, { errors: [{ path: [field], name: 'ValidationError', message }] });
