import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentMiddleware } from '../../../../../documents';
import { withData, writtenData } from '../../../../../documents/written-data';
import {
  checkValue,
  namedAgencies,
  PROGRAMME_VALUES,
  yearsOutside,
  type ProgrammeValue,
  type ProgrammeValues,
  type ValueProblem,
} from '../../../../../programmes';
import { listProblems, parsedJson } from '../json-values';

export const PROGRAMME = 'plugin::public-record.programme';

type Data = Record<string, unknown>;

/**
 * The middleware that checks what a programme stores as JSON: targets, tasks, solutions, projects and reports, that the
 * years of targets lie in its period, and that the agencies they name are in the directory. What is stored is what the
 * check returns.
 *
 * Throws a ValidationError (400) whose messages name the row, the year and the field in Vietnamese.
 */
export const checkProgramme =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    const data = writtenData(context);
    if (!data || (context.uid as string) !== PROGRAMME) return next();
    const written = PROGRAMME_VALUES.filter((name) => data[name] !== undefined);
    const checked = Object.fromEntries(written.map((name) => [name, checkedValue(name, data[name])]));
    const stored = await storedRow(strapi, context.params as { documentId?: string; locale?: string }, {
      ...data,
      ...checked,
    });
    refuse([...outsidePeriod(stored), ...(await unknownAgencies(strapi, checked as Partial<ProgrammeValues>))]);
    const values = Object.entries(checked).map(([name, rows]) => [
      name,
      // A clone merges lists index by index into those that it copies; a text replaces them.
      context.action === 'clone' ? JSON.stringify(rows) : rows,
    ]);
    withData(context, { ...data, ...Object.fromEntries(values) });
    return next();
  };

function checkedValue<Name extends ProgrammeValue>(name: Name, given: unknown): ProgrammeValues[Name] {
  const result = checkValue(name, parsedJson(given));
  if (!result.ok) refuse(result.problems);
  return (result as { value: ProgrammeValues[Name] }).value;
}

/** What a write leaves in the draft of what the period's check reads. */
async function storedRow(
  strapi: Core.Strapi,
  { documentId, locale }: { documentId?: string; locale?: string },
  data: Data,
): Promise<Data> {
  const names = ['periodFrom', 'periodTo', 'targets'] as const;
  if (
    !documentId ||
    names.every((name) => data[name] !== undefined) ||
    names.every((name) => data[name] === undefined)
  ) {
    return data;
  }
  const row = await strapi.db.query(PROGRAMME).findOne({
    select: [...names],
    where: { documentId, publishedAt: null, ...(locale && locale !== '*' && { locale }) },
  });
  return { ...row, ...data };
}

function outsidePeriod({ periodFrom, periodTo, targets }: Data): ValueProblem[] {
  const [from, to] = [Number(periodFrom), Number(periodTo)];
  if (!periodFrom || !periodTo || from > to || !Array.isArray(targets)) return [];
  return yearsOutside(targets as ProgrammeValues['targets'], { from, to });
}

async function unknownAgencies(strapi: Core.Strapi, values: Partial<ProgrammeValues>): Promise<ValueProblem[]> {
  const named = namedAgencies(values);
  if (named.length === 0) return [];
  const ids = [...new Set(named.map(({ id }) => id))];
  const known = await strapi.db
    .query('plugin::directory.agency')
    .findMany({ select: ['documentId'], where: { documentId: { $in: ids } } });
  const found = new Set(known.map(({ documentId }) => documentId));
  return named
    .filter(({ id }) => !found.has(id))
    .map(({ path, place }) => ({ path, message: `${place}: cơ quan này không còn trong danh bạ` }));
}

function refuse(problems: readonly ValueProblem[]): void {
  if (problems.length === 0) return;
  const attributes = [...new Set(problems.map(({ path }) => path[0] as string))];
  // The panel joins `path` and shows the message at the field.
  const errorsByField = attributes.map((name) => ({
    path: [name],
    name: 'ValidationError',
    message: listProblems(problems.filter(({ path }) => path[0] === name)),
  }));
  throw new errors.ValidationError(listProblems(problems), { errors: errorsByField });
}
