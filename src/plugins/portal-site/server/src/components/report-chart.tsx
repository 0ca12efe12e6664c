import { usePortal } from '../portal';
import { figureText, type ReportRow, type ReportView } from '../report-views';
import { REPORT_CHART, reportChart, type ChartColumn, type ReportChartModel } from './report-scale';

/** With more periods than this not every share has room for its figure, which the table has. */
const MOST_LABELLED = 5;
/** About half of a share's text. */
const HALF_LABEL = 20;

const { width, height, share, zero } = REPORT_CHART;

const QUARTERS = ['I', 'II', 'III', 'IV'];

/** Under a column: the month or quarter, and the year where it begins; or the year. */
function PeriodLabel({ column: { row, x }, isFirst }: { column: ChartColumn<ReportRow>; isFirst: boolean }) {
  const { locale } = usePortal();
  const { kind, from } = row.period;
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  if (kind === 'year')
    return (
      <text x={x} y={zero + 15}>
        {year}
      </text>
    );
  return (
    <>
      <text x={x} y={zero + 15}>
        {kind === 'month' ? month : locale === 'en' ? `Q${quarter}` : QUARTERS[quarter - 1]}
      </text>
      {(isFirst || month === 1) && (
        <text class="chart-axis" x={x} y={zero + 29}>
          {year}
        </text>
      )}
    </>
  );
}

/** The share on time by period, above the bars, with a gap where it is unknown. */
function ShareLine({ chart: { columns, left, shareFloor } }: { chart: ReportChartModel<ReportRow> }) {
  const { locale } = usePortal();
  if (shareFloor === null) return null;
  const points = columns.flatMap((column, index) =>
    column.share === null ? [] : [{ ...column, y: column.share, index }],
  );
  const runs: (typeof points)[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === point.index - 1) run.push(point);
    else runs.push([point]);
  }
  const last = points.at(-1);
  const lowest = points.reduce((low, point) => (point.y > low.y ? point : low));
  const labelled = points.flatMap((point, index) =>
    points.length <= MOST_LABELLED || point === last || point === lowest ? [{ ...point, y: labelBeside(index) }] : [],
  );
  return (
    <>
      <line class="chart-grid" x1={left} x2={width} y1={share.top} y2={share.top} />
      <line class="chart-grid" x1={left} x2={width} y1={share.bottom} y2={share.bottom} />
      <text class="chart-axis chart-end" x={left - 4} y={share.top + 4}>
        100%
      </text>
      <text class="chart-axis chart-end" x={left - 4} y={share.bottom + 4}>
        {shareFloor}%
      </text>
      {runs.map((run) => (
        <polyline key={run[0]!.index} class="chart-share" points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {points.map(({ x, y, index }) => (
        <circle key={index} class="chart-point" cx={x} cy={y} r="2.5" />
      ))}
      {labelled.map((point) => (
        <text
          key={point.index}
          class="chart-value"
          x={Math.min(width - HALF_LABEL, Math.max(left + HALF_LABEL, point.x))}
          y={point.y}
        >
          {figureText(point.row.onTimeShare, locale)}
        </text>
      ))}
    </>
  );

  /** On the side to which the line does not go: under a point that the line comes down to, unless it goes on down. */
  function labelBeside(index: number): number {
    const [before, here, after] = [points[index - 1], points[index]!, points[index + 1]];
    const isLow = (!before || before.y < here.y) && (!after || after.y < here.y) && points.length > 1;
    return isLow ? here.y + 14 : here.y - 7;
  }
}

type ChartProps = { view: ReportView; rows: readonly ReportRow[]; id: string };

/**
 * The counts of periods as bars and the share on time as a line above them, for the eye; a table has the same figures.
 * Nothing is said by colour alone.
 *
 * @param rows the latest first
 */
export function ReportChart({ view, rows, id }: ChartProps) {
  const { locale, text } = usePortal();
  const chart = reportChart(rows.toReversed(), view.bars);
  const { columns, lines, left, step } = chart;
  return (
    <svg
      class="chart report-chart"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{text(view.chartTitle)}</title>
      <desc id={`${id}-description`}>{text('chartInTable')}</desc>
      <HatchPattern id={`${id}-hatch`} />
      {lines.map(({ y, count }) => (
        <g key={count}>
          <line class="chart-grid" x1={left} x2={width} y1={y} y2={y} />
          <text class="chart-axis chart-end" x={left - 4} y={y + 4}>
            {figureText(count, locale)}
          </text>
        </g>
      ))}
      {columns.map((column) => (
        <g key={column.row.period.from}>
          <title>{column.row.display}</title>
          <rect class="chart-column" x={column.x - step / 2} y={share.top} width={step} height={zero - share.top} />
          {column.segments.map(({ look, ...box }, index) => (
            <g key={index}>
              <rect class={`chart-bar chart-${look}`} {...box} />
              {look === 'hatched' && <rect fill={`url(#${id}-hatch)`} {...box} />}
            </g>
          ))}
        </g>
      ))}
      <line class="chart-zero" x1={left} x2={width} y1={zero} y2={zero} />
      <ShareLine chart={chart} />
      {columns.map((column, index) => (
        <PeriodLabel key={column.row.period.from} column={column} isFirst={index === 0} />
      ))}
    </svg>
  );
}

const HatchPattern = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="chart-hatch" x1="0" y1="0" x2="0" y2="5" />
    </pattern>
  </defs>
);

/** What the signs of the chart mean. */
export function ReportLegend({ view, id }: { view: ReportView; id: string }) {
  const { text } = usePortal();
  return (
    <ul class="chart-legend">
      {view.bars.flat().map(({ word, look }) => (
        <li key={word}>
          <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
            <rect class={`chart-bar chart-${look}`} x="5" y="1" width="14" height="12" />
            {look === 'hatched' && (
              <>
                <HatchPattern id={`${id}-legend`} />
                <rect fill={`url(#${id}-legend)`} x="5" y="1" width="14" height="12" />
              </>
            )}
          </svg>
          {text(word)}
        </li>
      ))}
      <li>
        <svg class="chart-sign" viewBox="0 0 24 14" aria-hidden="true">
          <line class="chart-share" x1="0" x2="24" y1="7" y2="7" />
          <circle class="chart-point" cx="12" cy="7" r="3" />
        </svg>
        {text(view.shareName)}
      </li>
    </ul>
  );
}
