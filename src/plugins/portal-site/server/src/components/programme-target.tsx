import type { ProgrammeTarget } from '../../../../../contract';
import { formatAmount } from '../../../../../vietnamese';
import { civilDay } from '../civil-day';
import { usePortal } from '../portal';
import { AgencyLinks } from './agency-links';
import { ProgressChart } from './progress-chart';
import { isDrawn } from './progress-scale';

type Status = ProgrammeTarget['progress']['status'];

/** Beside the words, so that the state is seen without colours, and on paper. */
const SIGNS: Record<Status, string> = {
  open: '○',
  notReported: '?',
  uncompared: '●',
  onTrack: '●',
  late: '▲',
  reached: '✓',
  missed: '✕',
};

/** @param missing the due year, where it alone keeps a target from being judged */
export function ProgressStatus({ status, missing }: { status: Status; missing?: number }) {
  const { text } = usePortal();
  const words = missing === undefined ? text(`progress-${status}`) : text('progressMissing', { year: missing });
  return (
    <span class={`progress-status status-${status}`}>
      <span aria-hidden="true">{SIGNS[status]}</span> {words}
    </span>
  );
}

/** How much of the way is done, and how far it is from the plan. */
function Summary({ target }: { target: ProgrammeTarget }) {
  const { locale, text } = usePortal();
  const { progress, unit, baseline, increment } = target;
  const { reportedYear: year, share, gap } = progress;
  const number = (value: string) => formatAmount({ value, unit: '' }, locale);
  const unreported = progress.years.filter(({ state }) => state === 'notReported').map((one) => one.year);
  const isFromBaseline = baseline !== null && !increment;
  const sentences = [
    ...(year !== null && share !== null
      ? [text(isFromBaseline ? 'shareOfWay' : 'shareOfTarget', { share: number(share), year })]
      : []),
    ...(year !== null && gap !== null ? [gapSentence(gap, year)] : []),
    ...(unreported.length > 0 ? [text('yearsNotReported', { years: yearSpans(unreported).join(', ') })] : []),
  ];
  return sentences.length > 0 ? <p class="quiet">{sentences.join(' ')}</p> : null;

  function gapSentence(difference: string, of: number): string {
    if (difference === '0') return text('gapNone', { year: of });
    const value = difference.replace('-', '');
    // A difference of percentages is no percentage.
    const amount = formatAmount({ value, unit: unit === '%' ? text('percentPoints') : unit }, locale);
    return text(difference.startsWith('-') ? 'gapBelow' : 'gapAbove', { amount, year: of });
  }
}

/** `2021–2023, 2025` of the years, which are in order. */
export function yearSpans(years: readonly number[]): string[] {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

/** The figures of the chart. A plan that lies between two planned years is marked. */
function Figures({ target }: { target: ProgrammeTarget }) {
  const { locale, text } = usePortal();
  const { progress, planned, actual, unit } = target;
  const given = new Set(planned.map(({ year }) => year));
  const number = (value: string) => formatAmount({ value, unit: '' }, locale);
  const hasBetween = progress.years.some(
    (one) => one.planned !== null && !given.has(one.year) && one.year < target.dueYear,
  );
  return (
    <div class="figures">
      <table>
        <caption>{text('figuresByYear', { unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('figureYear')}</th>
            <th scope="col">{text('figurePlanned')}</th>
            <th scope="col">{text('figureActual')}</th>
            <th scope="col">{text('figureState')}</th>
          </tr>
        </thead>
        <tbody>
          {progress.years.map((one) => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td>
                {one.planned === null
                  ? '–'
                  : `${given.has(one.year) || one.year > target.dueYear ? '' : '≈ '}${number(one.planned)}`}
              </td>
              <td>{one.actual === null ? '–' : number(one.actual)}</td>
              <td>{one.state === 'open' ? '' : text(`year-${one.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasBetween && <p class="quiet">{text('betweenNote')}</p>}
      <Sources actual={actual} />
    </div>
  );
}

/** Who reported which years, and the figures that are not of a whole year. */
function Sources({ actual }: Pick<ProgrammeTarget, 'actual'>) {
  const portal = usePortal();
  const { text } = portal;
  if (actual.length === 0) return null;
  const sources = [...new Set(actual.map(({ source }) => source))];
  const yearsOf = (source: string) => actual.filter((one) => one.source === source).map(({ year }) => year);
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source}>{text('figureSource', { source, years: yearSpans(yearsOf(source)).join(', ') })}</li>
      ))}
      {actual
        .filter(({ year, asOf }) => !asOf.endsWith('-12-31') || !asOf.startsWith(`${year}`))
        .map(({ year, asOf }) => (
          <li key={year}>{text('figureAsOf', { year, day: civilDay(asOf, portal) })}</li>
        ))}
    </ul>
  );
}

/** One target: what is to be reached, how it stands, and plan and actual by year, drawn and in figures. */
export function TargetSection({ target, id }: { target: ProgrammeTarget; id: string }) {
  const { locale, text } = usePortal();
  const { name, display, dueYear, baseline, unit, agencies, progress } = target;
  return (
    <li class="target">
      <div class="target-words">
        <h3 id={id}>{name}</h3>
        <p class="target-display">
          <strong>{display}</strong> <span class="quiet">{text('byYear', { year: dueYear })}</span>
        </p>
        <p>
          <ProgressStatus
            status={progress.status}
            {...(progress.status === 'notReported' && progress.reportedYear !== null && { missing: dueYear })}
          />
        </p>
        <Summary target={target} />
        {baseline && (
          <p class="quiet">
            {text('baseline', { year: baseline.year, amount: formatAmount({ value: baseline.value, unit }, locale) })}
          </p>
        )}
        <AgencyLinks agencies={agencies} />
      </div>
      {isDrawn(target) && (
        <div class="target-figures">
          <ProgressChart target={target} id={`${id}-chart`} />
          <Figures target={target} />
        </div>
      )}
    </li>
  );
}
