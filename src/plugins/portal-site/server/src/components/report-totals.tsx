import { usePortal } from '../portal';
import { figureText, type Figures, type ReportView } from '../report-views';

/** The share on time, large, and what it is a share of; nothing where there is none. */
export function ReportShare({ view, figures }: { view: ReportView; figures: Figures }) {
  const { locale, text } = usePortal();
  if (!figures.onTimeShare) return null;
  return (
    <p class="report-share">
      <strong>{figureText(figures.onTimeShare, locale)}</strong> <span>{text(view.share)}</span>
    </p>
  );
}

/** The counts of a period, or the sums of several. */
export function ReportTotals({ view, figures }: { view: ReportView; figures: Figures }) {
  const { locale, text } = usePortal();
  return (
    <dl class="report-totals">
      {view.totals.map(({ figure, word, detail }) => (
        <div key={figure}>
          <dt>{text(word)}</dt>
          <dd>
            {figureText(figures[figure], locale)}{' '}
            {detail && Boolean(figures[detail.figure]) && (
              <span class="quiet">{text(detail.word, { figure: figureText(figures[detail.figure], locale) })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
