import type { ReportKind } from '../../../../../reports';

/** The content types of reports. */
export const REPORT_TYPES: Record<ReportKind, string> = {
  'procedure-progress': 'plugin::public-record.procedure-report',
  'document-exchange': 'plugin::public-record.exchange-report',
};

/** The kind of a content type's reports, by its UID. */
export const kindOfType = (type: string | undefined): ReportKind =>
  type === REPORT_TYPES['document-exchange'] ? 'document-exchange' : 'procedure-progress';
