import { describePlace } from './describe-place';
import { programmeValues, type Period, type ProgrammeValue, type ProgrammeValues } from './values';

/** What is wrong, in Vietnamese, with the words of the form for where; `path` begins with the attribute. */
export type ValueProblem = { path: string[]; message: string };

type CheckedValue<Name extends ProgrammeValue> =
  { ok: true; value: ProgrammeValues[Name] } | { ok: false; problems: ValueProblem[] };

/**
 * Checks a stored value of a programme. What it returns is to be stored: texts in NFC, years in order, ids once. Nothing
 * (null) is an empty list.
 */
export function checkValue<Name extends ProgrammeValue>(name: Name, given: unknown): CheckedValue<Name> {
  const result = programmeValues[name].safeParse(given ?? []);
  if (result.success) return { ok: true, value: result.data as ProgrammeValues[Name] };
  const problems = result.error.issues.map(({ path, message, code }) => ({
    path: [name, ...path.map(String)],
    message: `${describePlace(name, given, path)}: ${code === 'unrecognized_keys' ? 'có phần không được chấp nhận' : message}`,
  }));
  return { ok: false, problems };
}

/** The years of targets that lie outside the programme's period; a baseline comes before it. */
export function yearsOutside(targets: ProgrammeValues['targets'], { from, to }: Period): ValueProblem[] {
  const outside = (year: number) => year < from || year > to;
  return targets.flatMap((target, index) => {
    const paths: (string | number)[][] = [
      ...(outside(target.dueYear) ? [['dueYear']] : []),
      ...target.planned.flatMap(({ year }, row) => (outside(year) ? [['planned', row, 'year']] : [])),
      ...target.actual.flatMap(({ year }, row) => (outside(year) ? [['actual', row, 'year']] : [])),
    ];
    return paths.map((path) => ({
      path: ['targets', String(index), ...path.map(String)],
      message: `${describePlace('targets', targets, [index, ...path])}: phải trong thời gian của chương trình (${from}–${to})`,
    }));
  });
}

/** Each agency that values name, with where they do so. */
export function namedAgencies(values: Partial<ProgrammeValues>): { id: string; path: string[]; place: string }[] {
  const named = (name: ProgrammeValue, index: number, field: string, id: string) => ({
    id,
    path: [name, String(index), field],
    place: describePlace(name, values[name], [index, field]),
  });
  return [
    ...(['targets', 'tasks', 'solutions'] as const).flatMap((name) =>
      (values[name] ?? []).flatMap(({ agencies }, index) => agencies.map((id) => named(name, index, 'agencies', id))),
    ),
    ...(values.projects ?? []).flatMap(({ agency }, index) =>
      agency === null ? [] : [named('projects', index, 'agency', agency)],
    ),
  ];
}
