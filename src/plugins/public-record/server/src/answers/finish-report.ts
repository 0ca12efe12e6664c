import type {
  DocumentExchange,
  DocumentExchangeRow,
  ProcedureProgress,
  ProcedureProgressRow,
} from '../../../../../contract';
import {
  periodName,
  withExchangeShares,
  withProcedureShares,
  type Counts,
  type ReportKind,
} from '../../../../../reports';
import { formatNumber, isEnglish, toPortalInstant } from '../../../../../vietnamese';
import type { CountsModel, ReportRowModel, ReportsModel } from '../queries/report-rows';
import { REPORT_TABLES, unknownColumn } from '../schema/report-tables';

const COUNTED = { 'procedure-progress': withProcedureShares, 'document-exchange': withExchangeShares } as const;

/** The counts of a kind by their names, with what is derived from them. An optional one that some row lacks is null. */
export function finishCounts<Kind extends ReportKind>(kind: Kind, model: CountsModel | null) {
  const counts = Object.fromEntries(
    REPORT_TABLES[kind].columns.map((count) => [
      count.name,
      count.isOptional && (model?.[unknownColumn(count)] ?? 1) > 0 ? null : (model?.[count.column] ?? 0),
    ]),
  );
  const derive = COUNTED[kind] as (row: never) => unknown;
  return derive(counts as never) as ReturnType<(typeof COUNTED)[Kind]>;
}

const written = (value: number, english: boolean): string => {
  const number = formatNumber(String(value));
  return english ? number.replaceAll('.', ',') : number;
};

const percent = (share: string, english: boolean): string => (english ? share : share.replace('.', ',')) + '%';

/** The counts in a sentence. */
function displayOf(kind: ReportKind, counts: object, locale: string): string {
  const english = isEnglish(locale);
  const number = (value: number) => written(value, english);
  if (kind === 'procedure-progress') {
    const row = counts as ReturnType<typeof withProcedureShares<Counts<'procedure-progress'>>>;
    const share = row.onTimeShare && percent(row.onTimeShare, english);
    return english
      ? `${number(row.received)} received, ${number(row.resolved)} resolved${share ? `, ${share} of them on time` : ''}, ${number(row.pending)} pending`
      : `tiếp nhận ${number(row.received)}, giải quyết ${number(row.resolved)}${share ? `, ${share} trước và đúng hạn` : ''}, đang giải quyết ${number(row.pending)}`;
  }
  const row = counts as ReturnType<typeof withExchangeShares<Counts<'document-exchange'>>>;
  const share = row.onTimeShare && percent(row.onTimeShare, english);
  return english
    ? `${number(row.sent)} sent, ${number(row.received)} received${share ? `, ${share} of them processed on time` : ''}`
    : `gửi ${number(row.sent)}, nhận ${number(row.received)}${share ? `, ${share} xử lý đúng hạn` : ''}`;
}

/** One row. */
export function finishReportRow(kind: ReportKind, model: ReportRowModel, locale: string) {
  const counts = finishCounts(kind, model.counts);
  const name = periodName(model.period, locale);
  return {
    ...{ agency: model.agency, field: model.field, period: model.period },
    ...counts,
    corrections: model.corrections.map(({ on, note }) => ({ on: toPortalInstant(new Date(on)), note })),
    display: `${name[0]!.toUpperCase()}${name.slice(1)}: ${displayOf(kind, counts, locale)}`,
  };
}

type Answers = { 'procedure-progress': ProcedureProgress; 'document-exchange': DocumentExchange };
type Rows = { 'procedure-progress': ProcedureProgressRow; 'document-exchange': DocumentExchangeRow };

/** The answer of `/procedure-progress` or `/document-exchange`, for the rows of a page. */
export function finishReports<Kind extends ReportKind>(
  kind: Kind,
  { totals, missing, filters }: ReportsModel,
  page: readonly ReportRowModel[],
  { locale, nextCursor }: { locale: string; nextCursor: string | null },
): Answers[Kind] {
  const counts = finishCounts(kind, totals);
  return {
    data: page.map((row) => finishReportRow(kind, row, locale)) as unknown as Rows[Kind][],
    meta: { nextCursor, filters, totals: { ...counts, display: displayOf(kind, counts, locale) }, missing },
  } as unknown as Answers[Kind];
}
