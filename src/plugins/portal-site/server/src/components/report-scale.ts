import type { Figures, ReportRow, ReportView } from '../report-views';

/** The size of a chart in its own units; on a phone of 360 px they are about pixels. */
export const REPORT_CHART = { width: 340, height: 240, share: { top: 20, bottom: 60 }, top: 88, zero: 208 } as const;

const { width, share, top, zero } = REPORT_CHART;

/** Of a period's width, what its bars take together. */
const BARS = 0.68;
/** A digit's width; numbers beside the lines end before the first bar, and so does `100%`. */
const DIGIT = 6;
const LEAST_LEFT = 34;
/** The line of shares does not begin above this per cent, so that its steps are not made to look large. */
const HIGHEST_FLOOR = 90;
/** The least that a count which is not nought is drawn by. */
const VISIBLE = 1.5;

type Segment = {
  x: number;
  y: number;
  width: number;
  height: number;
  look: ReportView['bars'][number][number]['look'];
};

export type ChartColumn<Row> = {
  row: Row;
  /** The middle of its bars. */
  x: number;
  segments: Segment[];
  /** Where the bars end. */
  top: number;
  share: number | null;
};

export type ReportChartModel<Row> = {
  columns: ChartColumn<Row>[];
  /** From one column to the next. */
  step: number;
  /** Lines of round counts, nought left out. */
  lines: { y: number; count: number }[];
  left: number;
  /** Per cent at the foot of the line of shares; null where no share is known. */
  shareFloor: number | null;
};

/**
 * Where the counts of periods stand in their chart. Bars begin at nought, so that their lengths compare as the counts do. What
 * is derived here are places on the page, for which JavaScript numbers are exact enough.
 *
 * @param rows the oldest first
 */
export function reportChart<Row extends Figures & Pick<ReportRow, 'onTimeShare'>>(
  rows: readonly Row[],
  bars: ReportView['bars'],
): ReportChartModel<Row> {
  const most = Math.max(
    1,
    ...rows.flatMap((row) => bars.map((parts) => parts.reduce((sum, { figure }) => sum + (row[figure] ?? 0), 0))),
  );
  const between = roundStep(most);
  const highest = Math.ceil(most / between) * between;
  const lines = Array.from({ length: highest / between }, (_, index) => (index + 1) * between);
  const left = Math.max(LEAST_LEFT, String(highest).length * DIGIT + (highest > 999 ? DIGIT : 0) + 8);
  const step = (width - left) / Math.max(1, rows.length);
  const y = (count: number) => zero - (count / highest) * (zero - top);
  const shares = rows.flatMap(({ onTimeShare }) => (onTimeShare ? [Number(onTimeShare)] : []));
  const floor = Math.min(HIGHEST_FLOOR, Math.floor(Math.min(...shares) / 10) * 10);

  const columns = rows.map((row, index) => {
    const barWidth = (step * BARS) / bars.length;
    const segments = bars.flatMap((parts, bar) =>
      stacked(row, parts, left + step * (index + (1 - BARS) / 2) + bar * barWidth),
    );
    const { onTimeShare } = row;
    return {
      row,
      x: rounded(left + step * (index + 0.5)),
      segments,
      top: Math.min(zero, ...segments.map((segment) => segment.y)),
      share: onTimeShare
        ? rounded(share.bottom - ((Number(onTimeShare) - floor) / (100 - floor)) * (share.bottom - share.top))
        : null,
    };

    function stacked(counts: Figures, parts: ReportView['bars'][number], x: number): Segment[] {
      let base = 0;
      return parts.flatMap(({ figure, look }) => {
        const count = counts[figure] ?? 0;
        const [foot, head] = [y(base), y(base + count)];
        base += count;
        if (count === 0) return [];
        const height = Math.max(VISIBLE, foot - head);
        return { x: rounded(x), y: rounded(foot - height), width: rounded(barWidth), height: rounded(height), look };
      });
    }
  });
  return {
    columns,
    step: rounded(step),
    lines: lines.map((count) => ({ y: rounded(y(count)), count })),
    left,
    shareFloor: shares.length > 0 ? floor : null,
  };
}

/** 1, 2 or 5 of a power of ten, of which at most four reach the count. */
function roundStep(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(count / 4)));
  return power * ([1, 2, 5].find((step) => power * step * 4 >= count) ?? 10);
}

const rounded = (place: number): number => Math.round(place * 10) / 10;
