import { countsOf, type Period, periodName, REPORT_KINDS, type ReportKind } from '../../../../../reports';
import type { WrittenSheet } from '../../../../../spreadsheets';
import { existedIn, type KnownAgency, type AgencyNames } from './agency-names';

const SHEETS: Record<ReportKind, string> = {
  'procedure-progress': 'Thủ tục hành chính',
  'document-exchange': 'Gửi nhận văn bản',
};

/** The sheets of a file to fill, one a kind: a row for each agency, which may be repeated for its fields. */
export const templateSheets = (
  agencies: readonly KnownAgency[],
  names: AgencyNames,
  period: Period | null,
): WrittenSheet[] =>
  REPORT_KINDS.map((kind) => ({
    name: SHEETS[kind],
    columns: [
      { heading: 'Cơ quan', width: 44 },
      { heading: 'Kỳ báo cáo', width: 16 },
      { heading: 'Lĩnh vực', width: 32 },
      ...countsOf(kind).map(({ label }) => ({ heading: label, width: 13, isCount: true })),
    ],
    rows: agencies
      .filter((agency) => !period || existedIn(agency, period))
      .map((agency) => [names.write(agency, period), period && periodName(period), null]),
  }));
