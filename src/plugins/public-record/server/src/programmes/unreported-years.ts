import { checkValue, progressOf, unreportedYears } from '../../../../../programmes';
import { portalDay } from '../../../../../vietnamese';

/** What the desk's list of checks shows: a key of the panel's texts, and its values. */
type Finding = { message: string; values: Record<string, string | number> };

/** The targets of a programme's form that have no figures for a year gone by. One whose values are refused has none. */
export function unreportedTargets({ values }: { values: Record<string, unknown> }): Finding[] {
  const [from, to] = [Number(values.periodFrom), Number(values.periodTo)];
  const targets = checkValue('targets', values.targets);
  if (!from || !to || !targets.ok) return [];
  const today = portalDay(new Date());
  return targets.value.flatMap((target) => {
    const years = unreportedYears(progressOf(target, { from, to }, today));
    if (years.length === 0) return [];
    return [
      { message: 'public-record.checks.unreported-years', values: { target: target.name, years: years.join(', ') } },
    ];
  });
}
