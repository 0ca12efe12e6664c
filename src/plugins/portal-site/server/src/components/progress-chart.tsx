import type { ProgrammeTarget } from '../../../../../contract';
import { formatAmount } from '../../../../../vietnamese';
import { usePortal } from '../portal';
import { CHART, type Chart, chartOf, type ChartYear } from './progress-scale';

/** With more years than this the columns have no room for their figures, which the table beside has. */
const MOST_LABELLED = 6;
/** Of a column's width. */
const BAR = 0.52;
const TICK = 0.86;
const MARK = 4.5;

type ChartProps = { target: ProgrammeTarget; id: string };

function Bar({ year, column }: { year: ChartYear; column: number }) {
  if (!year.actual) return null;
  const width = column * BAR;
  const box = { x: year.x - width / 2, y: year.actual.y, width, height: Math.max(1, year.actual.height) };
  return <rect class={`chart-bar chart-${year.state}`} {...box} />;
}

/** The plan of a year: a tick at both sides of its column, a ring where the plan names the year, the diamond for the target. */
function Mark({ year, column, isGoal }: { year: ChartYear; column: number; isGoal: boolean }) {
  if (!year.planned) return null;
  const { x, planned } = year;
  const size = MARK + 1.5;
  const diamond = [
    [x, planned.y - size],
    [x + size, planned.y],
    [x, planned.y + size],
    [x - size, planned.y],
  ];
  if (isGoal) return <polygon class="chart-goal" points={diamond.map((point) => point.join(',')).join(' ')} />;
  const [half, bar] = [(column * TICK) / 2, year.actual ? (column * BAR) / 2 : 0];
  const y = planned.y;
  return (
    <>
      <path class="chart-tick" d={`M${x - half} ${y}H${x - bar}M${x + bar} ${y}H${x + half}`} />
      {planned.isGiven && <circle class="chart-mark" cx={x} cy={planned.y} r={MARK - 1} />}
    </>
  );
}

/** The target: where its line begins while all columns are lower, else under the end of the line. */
function GoalLabel({ target, chart: { goal, zero, years } }: { target: ProgrammeTarget; chart: Chart }) {
  const isHigh = years.every(({ actual }) => actual === null || actual.y > goal);
  const place = isHigh ? { x: 2, y: goal - 5 } : { x: CHART.width - 2, y: Math.min(goal + 15, zero - 4) };
  return (
    <text class={`chart-goal-label ${isHigh ? '' : 'chart-end'}`} {...place}>
      {target.display}
    </text>
  );
}

function Labels({ year, isLabelled }: { year: ChartYear; isLabelled: boolean }) {
  const { locale, text } = usePortal();
  const { x, actual, planned, state } = year;
  // Above whatever of the year stands highest.
  const top = Math.min(actual?.y ?? CHART.height, planned?.y ?? CHART.height) - MARK - 5;
  return (
    <>
      <text class="chart-year" x={x} y={CHART.height - 7}>
        {year.year}
      </text>
      {actual && isLabelled && (
        <text class="chart-value" x={x} y={Math.max(10, top)}>
          {formatAmount({ value: actual.value, unit: '' }, locale)}
        </text>
      )}
      {state === 'notReported' && (
        <text class="chart-missing" x={x} y={CHART.height - CHART.bottom - 6}>
          {isLabelled ? text('chartMissing') : '?'}
        </text>
      )}
    </>
  );
}

/** What the chart shows, in a sentence a year. */
function useDescription({ progress, unit }: ProgrammeTarget): string {
  const { locale, text } = usePortal();
  const amount = (value: string) => formatAmount({ value, unit }, locale);
  return progress.years
    .map(({ year, planned, actual, state }) => {
      const facts = [
        ...(planned === null ? [] : [text('chartPlanned', { amount: amount(planned) })]),
        ...(actual === null ? [] : [text('chartActual', { amount: amount(actual) })]),
        ...(state === 'open' || state === 'uncompared' ? [] : [text(`year-${state}`).toLowerCase()]),
      ];
      return facts.length > 0 ? `${text('yearTitle', { year })}: ${facts.join(', ')}.` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/**
 * Plan against actual by year, for the eye; the table beside it has the same figures. A column is what was reported, hatched where it
 * lags the plan; the dashed line is the plan, the diamond the target. Nothing is said by colour alone.
 */
export function ProgressChart({ target, id }: ChartProps) {
  const { text } = usePortal();
  const description = useDescription(target);
  const chart = chartOf(target);
  const { years, column, zero, goal } = chart;
  const line = years.flatMap(({ x, planned }) => (planned ? [`${x},${planned.y}`] : []));
  const last = years.findLast(({ actual }) => actual !== null);
  const isLabelled = (year: ChartYear) => years.length <= MOST_LABELLED || year === last;

  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
    >
      <title id={`${id}-title`}>{text('chartTitle', { name: target.name })}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        <pattern id={`${id}-late`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="chart-hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <line class="chart-goal-line" x1="0" x2={CHART.width} y1={goal} y2={goal} />
      {years.map((year) => (
        <g key={year.year}>
          <Bar year={year} column={column} />
          {year.state === 'late' && year.actual && (
            <rect
              fill={`url(#${id}-late)`}
              x={year.x - (column * BAR) / 2}
              y={year.actual.y}
              width={column * BAR}
              height={Math.max(1, year.actual.height)}
            />
          )}
        </g>
      ))}
      <line class="chart-zero" x1="0" x2={CHART.width} y1={zero} y2={zero} />
      {line.length > 1 && <polyline class="chart-plan" points={line.join(' ')} />}
      {years.map((year) => (
        <Mark key={year.year} year={year} column={column} isGoal={year.year === target.dueYear} />
      ))}
      <GoalLabel target={target} chart={chart} />
      {years.map((year) => (
        <Labels key={year.year} year={year} isLabelled={isLabelled(year)} />
      ))}
    </svg>
  );
}

/** What the signs of all charts mean. */
export function ChartLegend() {
  const { text } = usePortal();
  return (
    <ul class="chart-legend">
      <li>
        <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
          <rect class="chart-bar chart-met" x="5" y="1" width="14" height="13" />
        </svg>
        {text('figureActual')}
      </li>
      <li>
        <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
          <defs>
            <pattern id="legend-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line class="chart-hatch" x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          <rect class="chart-bar chart-late" x="5" y="1" width="14" height="13" />
          <rect fill="url(#legend-late)" x="5" y="1" width="14" height="13" />
        </svg>
        {text('figureActualLate')}
      </li>
      <li>
        <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
          <line class="chart-tick" x1="0" x2="24" y1="7" y2="7" />
          <circle class="chart-mark" cx="12" cy="7" r="3.5" />
        </svg>
        {text('figurePlanned')}
      </li>
      <li>
        <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
          <polygon class="chart-goal" points="12,1 18,7 12,13 6,7" />
        </svg>
        {text('figureTarget')}
      </li>
    </ul>
  );
}
