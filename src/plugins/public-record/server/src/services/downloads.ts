import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { ReportFilters } from '../../../../../contract';
import { BYTE_ORDER_MARK, csvLine } from '../../../../../csv/write-csv';
import { COUNTS, periodName, type ReportKind } from '../../../../../reports';
import { isEnglish } from '../../../../../vietnamese';
import { finishCounts } from '../answers/finish-report';
import { isWholePage, reportDownload, type DownloadedRow, type DownloadModel } from '../queries/report-download';
import type { ReportPosition } from '../queries/report-rows';
import { REPORT_TABLES, sumColumns } from '../schema/report-tables';

/** The columns after those of the form: what is derived. */
const DERIVED = {
  'procedure-progress': {
    resolved: ['Tổng đã giải quyết', 'Resolved'],
    pending: ['Tổng đang giải quyết', 'Pending'],
    onTimeShare: ['Tỷ lệ trước và đúng hạn (%)', 'On time (%)'],
    onlineShare: ['Tỷ lệ trực tuyến (%)', 'Online (%)'],
  },
  'document-exchange': {
    onTimeShare: ['Tỷ lệ xử lý đúng hạn (%)', 'On time (%)'],
    digitallySignedShare: ['Tỷ lệ ký số (%)', 'Signed digitally (%)'],
  },
} as const satisfies Record<ReportKind, Record<string, readonly [vi: string, en: string]>>;

/** The first columns, in Vietnamese and English. */
const OF_ROW = [
  ['Cơ quan', 'Agency'],
  ['Định danh cơ quan', 'Agency slug'],
  ['Lĩnh vực', 'Field'],
  ['Kỳ báo cáo', 'Period'],
  ['Từ ngày', 'From'],
  ['Đến ngày', 'To'],
] as const;

/** What is open data of reports, as CSV: whole, however long it is. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const read = (kind: ReportKind, locale: string, filters: ReportFilters, after: ReportPosition | null) =>
    strapi
      .plugin('portal-feeds')
      .service('reader')
      .model(reportDownload(REPORT_TABLES[kind], locale, filters, after)) as Promise<DownloadModel>;

  return {
    /**
     * The CSV of a filter: its entity tag, and its text in parts that are read as they are taken, so that neither memory nor a
     * connection is held for a slow reader.
     *
     * @throws ValidationError (400) for a locale that is not enabled; while parts are read, Error when what is published has
     *   changed since the first: the download is then cut off, and not mixed
     */
    async csv(
      kind: ReportKind,
      locale: string,
      filters: ReportFilters,
    ): Promise<{ etag: string; parts: AsyncIterable<string> }> {
      const first = await read(kind, locale, filters, null);
      const name = JSON.stringify([kind, locale, Object.entries(filters).sort(), first.revision]);
      const etag = `"${createHash('sha256').update(name).digest('base64url').slice(0, 27)}"`;

      async function* parts() {
        yield BYTE_ORDER_MARK + csvLine(headingsOf(kind, locale));
        for (let page = first; ;) {
          yield page.rows.map((row) => csvLine(cellsOf(kind, locale, row))).join('');
          if (!isWholePage(page.rows)) return;
          page = await read(kind, locale, filters, page.position);
          if (page.revision !== first.revision) throw new Error('The reports have changed during the download.');
        }
      }
      return { etag, parts: parts() };
    },
  };
};

const headingsOf = (kind: ReportKind, locale: string): string[] => {
  const english = isEnglish(locale);
  const pick = ([vi, en]: readonly [string, string]) => (english ? en : vi);
  return [
    ...OF_ROW.map(pick),
    ...COUNTS[kind].map(({ label, name }) => (english ? name : label)),
    ...Object.values<readonly [string, string]>(DERIVED[kind]).map(pick),
  ];
};

function cellsOf(
  kind: ReportKind,
  locale: string,
  [slug, agency, field, periodKind, from, to, ...counts]: DownloadedRow,
): (string | number | null)[] {
  const model = Object.fromEntries(sumColumns(REPORT_TABLES[kind]).map((column, at) => [column, counts[at]!]));
  const finished = finishCounts(kind, model) as Record<string, number | string | null>;
  return [
    ...[agency, slug, field, periodName({ kind: periodKind, from, to }, locale), from, to],
    ...COUNTS[kind].map(({ name }) => finished[name] ?? null),
    ...Object.keys(DERIVED[kind]).map((name) => finished[name] ?? null),
  ];
}
