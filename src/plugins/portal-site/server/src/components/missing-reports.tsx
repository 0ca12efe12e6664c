import type { ProcedureProgress } from '../../../../../contract';
import { usePortal } from '../portal';
import { periodTitle } from '../report-periods';

/** More than these are folded. */
const MOST_OPEN = 10;
/** Of an agency, more periods than these are counted. */
const MOST_NAMED = 3;

type Missing = ProcedureProgress['meta']['missing'];

function Lines({ missing, isOfOnePeriod }: { missing: Missing; isOfOnePeriod: boolean }) {
  const { locale, text, to } = usePortal();
  const named = (periods: Missing[number]['periods']) =>
    periods.length > MOST_NAMED
      ? text('missingCount', { count: periods.length, period: periodTitle(periods[0]!, locale).toLowerCase() })
      : periods.map((period) => periodTitle(period, locale)).join(', ');
  return (
    <ul class="missing-reports">
      {missing.map(({ id, slug, name, periods }) => (
        <li key={id}>
          <a href={to('agency', slug)}>{name}</a>
          {!isOfOnePeriod && <span class="quiet">: {named(periods)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The agencies that have not reported, by the answer's `meta.missing`; folded where they are many. */
export function MissingReports({ missing }: { missing: Missing }) {
  const { locale, text } = usePortal();
  const periods = missing.flatMap((one) => one.periods);
  const [period] = periods;
  if (!period) return null;
  const isOfOnePeriod = periods.every(({ from }) => from === period.from);
  const lines = <Lines missing={missing} isOfOnePeriod={isOfOnePeriod} />;
  return (
    <section class="part" aria-labelledby="missing">
      <h2 id="missing">
        {text('missingReports')}
        {isOfOnePeriod && `: ${periodTitle(period, locale)}`}
      </h2>
      {missing.length > MOST_OPEN ? (
        <details class="unfolded-on-paper">
          <summary>{text('missingAgencies', { count: missing.length })}</summary>
          {lines}
        </details>
      ) : (
        lines
      )}
    </section>
  );
}
