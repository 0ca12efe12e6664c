import type { RecordAnswers, TimedAnswer } from '../../../../../contract';
import { periodText, type Period } from '../../../../../reports';
import { withQuery } from '../pages/list-page';
import { usePortal } from '../portal';
import { REPORT_VIEWS, type ReportRow, type ReportView } from '../report-views';
import { ReportOverview } from './report-overview';
import { ReportCorrections, SeriesTable } from './report-tables';
import { Script } from './script';
import { TitledSection } from './titled-section';

/** Periods of an agency's page. */
const PERIODS = 12;

/** What an agency reported, of each kind by the periods that it reports in; empty where public-record is not installed. */
type AgencyReports = readonly { view: ReportView; series: TimedAnswer<ReportRow[]> }[];

export const agencyReports = (records: RecordAnswers | null, locale: string, agency: string): Promise<AgencyReports> =>
  Promise.all(
    Object.values(REPORT_VIEWS).flatMap((view) =>
      records
        ? [records.reportSeries(view.kind, locale, { agency, limit: PERIODS }).then((series) => ({ view, series }))]
        : [],
    ),
  );

type SectionProps = { view: ReportView; rows: readonly [ReportRow, ...ReportRow[]]; slug: string };

function ReportSection({ view, rows, slug }: SectionProps) {
  const { text, to } = usePortal();
  const id = view.page;
  const address = (query: object) => withQuery(to(view.page), { agency: slug, ...query });
  const addressOf = (period: Period) => address({ by: period.kind, from: periodText(period), to: periodText(period) });
  const caption = `${text(view.page)}: ${text('figuresByPeriod').toLowerCase()}`;
  return (
    <TitledSection look="part agency-reports" id={id} heading={text(view.page)}>
      <ReportOverview view={view} rows={rows} id={id} heading="h3" />
      <details class="unfolded-on-paper">
        <summary>{text('figuresTable')}</summary>
        <SeriesTable {...{ view, rows, caption, addressOf, corrections: `${id}-corrections` }} />
      </details>
      <ReportCorrections rows={rows} id={`${id}-corrections`} heading="h3" />
      <p>
        <a href={address({})}>{text('reportsOfAgency')}</a>
      </p>
    </TitledSection>
  );
}

/** The last period and those before it; nothing of a kind that the agency does not report. */
export function AgencyReportSections({ reports, slug }: { reports: AgencyReports; slug: string }) {
  const sections = reports.flatMap(({ view, series }) => {
    const [last, ...before] = series.answer;
    return last ? [<ReportSection key={view.page} view={view} rows={[last, ...before]} slug={slug} />] : [];
  });
  if (sections.length === 0) return null;
  return (
    <>
      {sections}
      <Script name="table-scroller" />
    </>
  );
}
