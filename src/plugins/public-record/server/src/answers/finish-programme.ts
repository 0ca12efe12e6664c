import type { Programme, ProgrammeInList, ProgrammeTarget } from '../../../../../contract';
import { programmeStatus, progressOf, type Measure, type Project, type Target } from '../../../../../programmes';
import { formatTarget, isEnglish } from '../../../../../vietnamese';
import type { OneProgrammeModel } from '../queries/programme';
import type { ProgrammeModel } from '../queries/programme-columns';

/** A programme as lists show it. */
export function finishProgrammeInList(model: ProgrammeModel): ProgrammeInList {
  const { id, slug, name, from, to, agency, summary, stoppedOn, today } = model;
  return {
    ...{ id, slug, name, period: { from, to }, agency, summary: summary || null },
    status: programmeStatus({ from, to }, stoppedOn, today),
  };
}

/** One programme, whole, with what is derived: the status, and progress and display of each target. */
export function finishProgramme(model: NonNullable<OneProgrammeModel>, locale: string): Programme {
  const english = isEnglish(locale);
  /** In English what there is in it, else Vietnamese. */
  const local = (text: string, inEnglish: string | null) => (english && inEnglish) || text;
  // The name of one that is not there stays out.
  const agencies = (ids: string[]) => [...new Set(ids)].flatMap((id) => model.agencies[id] ?? []);

  const target = (stored: Target): ProgrammeTarget => {
    const unit = local(stored.unit, stored.unitEn);
    const { value, qualifier, increment, baseline, planned, actual, dueYear } = stored;
    return {
      name: local(stored.name, stored.nameEn),
      ...{ unit, qualifier, increment, baseline },
      planned: [...planned, { year: dueYear, value }],
      actual: actual.map(({ year, value: reached, asOf, source, sourceEn }) => ({
        ...{ year, value: reached, asOf },
        source: local(source, sourceEn),
      })),
      dueYear,
      agencies: agencies(stored.agencies),
      progress: progressOf(stored, { from: model.from, to: model.to }, model.today),
      display: formatTarget({ value, unit, qualifier, increment }, locale),
    };
  };
  const measure = ({ name, group, agencies: ids }: Measure) => ({ name, group, agencies: agencies(ids) });
  const project = ({ name, nameEn, agency, funding, status }: Project) => ({
    name: local(name, nameEn),
    agency: agency === null ? null : (model.agencies[agency] ?? null),
    funding: funding.map(({ source, sourceEn, year, value, unit, unitEn }) => ({
      ...{ source: local(source, sourceEn), year, value },
      unit: local(unit, unitEn),
    })),
    status,
  });

  return {
    ...finishProgrammeInList(model),
    targets: (model.targets ?? []).map(target),
    tasks: (model.tasks ?? []).map(measure),
    solutions: (model.solutions ?? []).map(measure),
    projects: (model.projects ?? []).map(project),
    documents: model.documents,
    reports: model.reports ?? [],
  };
}
