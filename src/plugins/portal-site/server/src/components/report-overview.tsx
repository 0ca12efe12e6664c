import { periodTitle } from '../report-periods';
import { usePortal } from '../portal';
import type { Figures, ReportRow, ReportView } from '../report-views';
import { ReportChart, ReportLegend } from './report-chart';
import { ReportShare, ReportTotals } from './report-totals';

type OverviewProps = {
  view: ReportView;
  /** Which period, or from which to which, and what was counted in it; the latest of the rows without. */
  totals?: { title: string; figures: Figures };
  /** One a period, the latest first. */
  rows: readonly [ReportRow, ...ReportRow[]];
  id: string;
  heading: 'h2' | 'h3';
};

/** What was counted, beside how it went from period to period. */
export function ReportOverview({ view, totals, rows, id, heading: Heading }: OverviewProps) {
  const { locale, text } = usePortal();
  const { title, figures } = totals ?? { title: periodTitle(rows[0].period, locale), figures: rows[0] };
  return (
    <div class="report-overview">
      <div>
        <Heading id={`${id}-totals`} class={Heading === 'h2' ? 'section-heading' : undefined}>
          {title}
        </Heading>
        <ReportShare view={view} figures={figures} />
        <ReportTotals view={view} figures={figures} />
      </div>
      {rows.length > 1 && (
        <div>
          <Heading id={`${id}-chart`} class={Heading === 'h2' ? 'section-heading' : undefined}>
            {text('overTime')}
          </Heading>
          <ReportLegend view={view} id={id} />
          <ReportChart view={view} rows={rows} id={id} />
        </div>
      )}
    </div>
  );
}
