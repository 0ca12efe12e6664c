import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { throwingRefusal } from './database-refusal';
import { type DocumentMiddleware } from './written-data';

/** Where a panel shows the message, and what it says. */
export type Explanation = { field: string; message: string };

/** Explanations by the name of a constraint or unique index, or by the SQLSTATE of an error that names neither. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** unique_violation, exclusion_violation, check_violation; data_exception: a range that ends before it begins. */
const VIOLATIONS = new Set(['23505', '23P01', '23514', '22000']);

/** What Strapi's own check of a `uid` attribute says, before the database is asked. */
const NOT_UNIQUE = 'This attribute must be unique';

type Problem = { path: string[]; message: string; name: string };

/**
 * The middleware that tells an editor what the database refused, at the field, instead of an internal error. It throws
 * a ValidationError, so that a transaction around the write is rolled back. What it has no explanation for goes on
 * untouched. Strapi's own complaint that a value is not unique gets the first explanation of its field.
 *
 * @param types for each content type (UID) its explanations
 */
export const explainConstraints =
  (strapi: Core.Strapi, types: Readonly<Record<string, Explanations>>): DocumentMiddleware =>
  async (context, next) => {
    const explanations = types[context.uid];
    if (!explanations) return next();
    try {
      return await throwingRefusal(strapi, async () => next());
    } catch (error) {
      throw explained(error, explanations);
    }
  };

function explained(error: unknown, explanations: Explanations): unknown {
  if (error instanceof errors.ValidationError) return withoutStrapisWords(error, explanations);
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  if (!code || !VIOLATIONS.has(code)) return error;
  const explanation = explanations[constraint ?? code];
  return explanation ? refusal([problem(explanation)]) : error;
}

function withoutStrapisWords(error: InstanceType<typeof errors.ValidationError>, explanations: Explanations) {
  const { errors: problems } = error.details as { errors?: Problem[] };
  if (!problems?.some(({ message }) => message === NOT_UNIQUE)) return error;
  return refusal(
    problems.map((found) => {
      const explanation = Object.values(explanations).find(({ field }) => field === found.path.join('.'));
      return found.message === NOT_UNIQUE && explanation ? problem(explanation) : found;
    }),
  );
}

const problem = ({ field, message }: Explanation): Problem => ({ path: [field], message, name: 'ValidationError' });

const refusal = (problems: Problem[]) =>
  new errors.ValidationError(problems.map(({ message }) => message).join(' '), { errors: problems });
