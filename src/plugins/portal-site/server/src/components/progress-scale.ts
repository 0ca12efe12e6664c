import type { ProgrammeTarget } from '../../../../../contract';

/** The size of a chart in its own units; on a phone of 360 px they are about pixels. */
export const CHART = { width: 340, height: 190, top: 26, bottom: 24 } as const;

export type ChartYear = {
  year: number;
  /** The middle of the year's column. */
  x: number;
  planned: { y: number; value: string; isGiven: boolean } | null;
  actual: { y: number; height: number; value: string } | null;
  state: ProgrammeTarget['progress']['years'][number]['state'];
};

export type Chart = { years: ChartYear[]; column: number; zero: number; goal: number };

/**
 * Where the figures of a target stand in its chart. Columns begin at nought, so that their lengths compare as the figures
 * do. What is derived here are places on the page, for which JavaScript numbers are exact enough.
 */
export function chartOf({ progress, planned }: ProgrammeTarget): Chart {
  const given = new Set(planned.map(({ year }) => year));
  const goal = Number(planned.at(-1)?.value ?? 0);
  const all = progress.years.flatMap((one) => [one.planned, one.actual]).flatMap((value) => value ?? []);
  const [low, high] = [Math.min(0, goal, ...all.map(Number)), Math.max(0, goal, ...all.map(Number))];
  const y = (value: number) =>
    round(CHART.top + ((high - value) / (high - low || 1)) * (CHART.height - CHART.top - CHART.bottom));
  const column = CHART.width / Math.max(1, progress.years.length);
  const zero = y(0);

  const years = progress.years.map(({ year, planned: plan, actual, state }, index) => ({
    year,
    x: round(column * (index + 0.5)),
    planned: plan === null ? null : { y: y(Number(plan)), value: plan, isGiven: given.has(year) },
    actual:
      actual === null
        ? null
        : { y: Math.min(zero, y(Number(actual))), height: round(Math.abs(y(Number(actual)) - zero)), value: actual },
    state,
  }));
  return { years, column: round(column), zero, goal: y(goal) };
}

const round = (place: number): number => Math.round(place * 10) / 10;

/** Whether a chart says more than a sentence: something was reported, or the plan has steps. */
export const isDrawn = ({ progress, planned, actual }: ProgrammeTarget): boolean =>
  actual.length > 0 || planned.length > 1 || progress.years.filter((one) => one.planned !== null).length > 1;
