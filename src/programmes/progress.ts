import { compare, fraction, minus, over, plus, times, toDecimal, type Fraction } from '../decimals';
import type { Period, Target } from './values';

/** How the report of a year stands to its plan. */
type YearState = 'open' | 'notReported' | 'uncompared' | 'met' | 'late';

type ProgressYear = { year: number; planned: string | null; actual: string | null; state: YearState };

type Progress = {
  status: 'open' | 'notReported' | 'uncompared' | 'onTrack' | 'late' | 'reached' | 'missed';
  /** The last year with a report. */
  reportedYear: number | null;
  /** Its figure minus its plan. */
  gap: string | null;
  /** Of the way from the beginning to the target, in per cent. */
  share: string | null;
  years: ProgressYear[];
};

type Point = { year: number; value: Fraction };

/** Places of figures that are derived. */
const PLACES = 2;
const NOUGHT = fraction('0');

/**
 * How far a target is, derived from its plan and its reports on a civil day; figures are exact, and what is shown of
 * them is rounded to two places, or as many as the figures it comes from have.
 *
 * - **Beginning.** The baseline. An increment begins with nought, in the year of its baseline or, without one, in the
 *   year before the period: its figures count what was added since. Any other target without a baseline has no beginning.
 * - **Plan of a year.** The figure planned for it; between two planned years (the beginning and the target among them) a
 *   straight line; the target after its due year; none before the first of these years.
 * - **Better.** Less is better for `atMost`, and where a target that is not `atLeast` lies below its beginning; else more.
 *   A report meets its year when it is as good as the plan of the year, or as the target itself.
 * - **A year has gone by** once the next has begun. It is `met` or `late` if reported (a report of a year that still runs
 *   is never late), `uncompared` if it was reported and has no plan, `notReported` if it has gone by without a report,
 *   `open` otherwise.
 * - **A limit** is a target that the beginning (nought, where there is none) is as good as already: at most five projects,
 *   at least the forest there was. It has to hold in the due year.
 * - **Status.** `reached` when the last report is as good as the target; that of a limit, when it is of the due year or a
 *   later one. Else, once the due year has gone by: `missed` if it or a later year was reported, else
 *   `notReported`. Before: by the state of the last report, `late` or `onTrack`, or `uncompared`; without any report
 *   `notReported` if a year has gone by, else `open`.
 * - **Share.** From the beginning, or from nought where there is none; null for a limit, to which there is no way.
 *
 * @param day the portal's, `YYYY-MM-DD`
 */
export function progressOf(target: Target, period: Period, day: string): Progress {
  const thisYear = Number(day.slice(0, 4));
  const goal: Point = { year: target.dueYear, value: fraction(target.value) };
  const beginning = beginningOf(target, period);
  const plan = [...(beginning ? [beginning] : []), ...target.planned.map(pointOf), goal];
  const lessIsBetter =
    target.qualifier === 'atMost' ||
    (target.qualifier !== 'atLeast' && beginning !== null && compare(goal.value, beginning.value) < 0);
  const asGood = (actual: Fraction, wanted: Fraction) => compare(actual, wanted) * (lessIsBetter ? -1 : 1) >= 0;
  const places = placesOf(target);
  const reports = new Map(target.actual.map((report) => [report.year, report.value]));

  const last = target.actual.at(-1);
  const years = yearsFrom(period.from, Math.max(target.dueYear, last?.year ?? 0)).map((year) => {
    const planned = planOf(plan, year);
    const actual = reports.get(year) ?? null;
    const hasGoneBy = year < thisYear;
    const state = ((): YearState => {
      if (actual === null) return hasGoneBy ? 'notReported' : 'open';
      if (planned === null) return 'uncompared';
      const value = fraction(actual);
      if (asGood(value, planned) || asGood(value, goal.value)) return 'met';
      return hasGoneBy ? 'late' : 'open';
    })();
    return { year, planned: planned && toDecimal(planned, places), actual, state };
  });

  const reported = last && fraction(last.value);
  const plannedThen = last ? planOf(plan, last.year) : null;
  const start = beginning?.value ?? NOUGHT;
  const isLimit = asGood(start, goal.value);
  const status = ((): Progress['status'] => {
    const isDue = target.dueYear < thisYear;
    if (!last || !reported) return years.some(({ state }) => state === 'notReported') ? 'notReported' : 'open';
    if (asGood(reported, goal.value) && (!isLimit || last.year >= target.dueYear)) return 'reached';
    if (isDue) return last.year >= target.dueYear ? 'missed' : 'notReported';
    const { state } = years.find(({ year }) => year === last.year) ?? {};
    return state === 'late' || state === 'uncompared' ? state : 'onTrack';
  })();
  return {
    status,
    reportedYear: last?.year ?? null,
    gap: reported && plannedThen ? toDecimal(minus(reported, plannedThen), places) : null,
    share: reported && !isLimit ? shareOf(reported, start, goal.value) : null,
    years,
  };
}

/** The years that have gone by without a report. */
export const unreportedYears = ({ years }: Progress): number[] =>
  years.flatMap(({ year, state }) => (state === 'notReported' ? [year] : []));

const pointOf = ({ year, value }: { year: number; value: string }): Point => ({ year, value: fraction(value) });

function beginningOf({ increment, baseline }: Target, period: Period): Point | null {
  if (increment) return { year: baseline?.year ?? period.from - 1, value: NOUGHT };
  return baseline && pointOf(baseline);
}

/** On the straight line between the planned years around it. */
function planOf(plan: readonly Point[], year: number): Fraction | null {
  const before = plan.findLast((point) => point.year <= year);
  const after = plan.find((point) => point.year >= year);
  if (!before) return null;
  if (!after || after.year === before.year) return before.value;
  const way = over(whole(year - before.year), whole(after.year - before.year));
  return plus(before.value, times(minus(after.value, before.value), way));
}

const whole = (count: number): Fraction => fraction(String(count));

const shareOf = (reported: Fraction, start: Fraction, goal: Fraction): string =>
  toDecimal(times(over(minus(reported, start), minus(goal, start)), whole(100)), PLACES);

function placesOf({ value, baseline, planned, actual }: Target): number {
  const written = [value, ...[...(baseline ? [baseline] : []), ...planned, ...actual].map((one) => one.value)];
  return Math.max(PLACES, ...written.map((decimal) => decimal.split('.')[1]?.length ?? 0));
}

const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
