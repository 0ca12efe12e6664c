import { checkValue, EARLIEST_YEAR, LATEST_YEAR, progressOf, unreportedYears } from '../../../../../programmes';
import { portalDay } from '../../../../../vietnamese';

/** What the desk's list of checks shows: a key of the panel's texts, and its values. */
type Finding = { message: string; values: Record<string, string | number> };

/** A year that a programme can have; null for anything else that a request sends. */
const yearOf = (value: unknown): number | null => {
  const year = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
  return Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : null;
};

/** The targets of a programme's form that have no figures for a year gone by. One whose values are refused has none. */
export function unreportedTargets({ values }: { values: Record<string, unknown> }): Finding[] {
  const [from, to] = [yearOf(values.periodFrom), yearOf(values.periodTo)];
  const targets = checkValue('targets', values.targets);
  if (from === null || to === null || !targets.ok) return [];
  const today = portalDay(new Date());
  return targets.value.flatMap((target) => {
    const years = unreportedYears(progressOf(target, { from, to }, today));
    if (years.length === 0) return [];
    return [
      { message: 'public-record.checks.unreported-years', values: { target: target.name, years: years.join(', ') } },
    ];
  });
}
