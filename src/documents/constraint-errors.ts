import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isNotUnique, throwOriginalError, type ValidationProblem } from '../strapi-internals/document-errors';
import type { DocumentMiddleware } from './written-data';

/** What an editor reads, and the field at which the panel shows it. */
type ConstraintMessage = {
  field: string;
  message: string;
  /** Of a constraint that the database checks at the end of a transaction: it is checked at the end of the write. */
  isDeferred?: true;
};

/** Messages by the name of a constraint or unique index, or by the SQLSTATE of an error that names neither. */
export type ConstraintMessages = Readonly<Record<string, ConstraintMessage>>;

/** unique_violation, exclusion_violation, check_violation; data_exception: a range that ends before it begins. */
const VIOLATIONS = new Set(['23505', '23P01', '23514', '22000']);

/** In Strapi's container, since every packed plugin has a copy of this file. */
const REGISTERED = 'portal-newsroom.constraint-messages';

type Types = Readonly<Record<string, ConstraintMessages>>;

type Container = {
  has(name: string): boolean;
  add(name: string, value: object): void;
  get(name: string): { types: Types };
};

/** The messages of every plugin that registered any, by content type (UID). */
export function constraintMessages(strapi: Core.Strapi): Types {
  const container = strapi as unknown as Container;
  return container.has(REGISTERED) ? container.get(REGISTERED).types : {};
}

/**
 * The middleware that turns a violated constraint into a message at its field, where Strapi would answer 500. It throws
 * a ValidationError, so that a transaction around the write is rolled back. Deferred constraints are checked before the
 * write returns. An error without a message here is thrown on unchanged. Strapi's own "must be unique" becomes the first
 * message of its field.
 *
 * @param types the messages of each content type, by UID
 */
export function constraintErrors(strapi: Core.Strapi, types: Types): DocumentMiddleware {
  const container = strapi as unknown as Container;
  if (!container.has(REGISTERED)) container.add(REGISTERED, { types: {} });
  Object.assign(container.get(REGISTERED).types, types);
  return async (context, next) => {
    const messages = types[context.uid];
    if (!messages) return next();
    return explained(strapi, messages, async () => {
      const result = await next();
      await checkDeferred(strapi, messages);
      return result;
    });
  };
}

/** Runs SQL of one's own on documents; what the database refuses is explained as in a write of any of their types. */
export const explainConstraint = <Result>(strapi: Core.Strapi, write: () => Promise<Result>): Promise<Result> =>
  explained(strapi, Object.assign({}, ...Object.values(constraintMessages(strapi))), write);

async function explained<Result>(
  strapi: Core.Strapi,
  messages: ConstraintMessages,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await throwOriginalError(strapi, write);
  } catch (error) {
    throw withMessage(error, messages);
  }
}

/** Outside of a transaction of others, the write's own has ended, and the database has checked all. */
async function checkDeferred(strapi: Core.Strapi, messages: ConstraintMessages): Promise<void> {
  const names = Object.keys(messages).filter((name) => messages[name]!.isDeferred);
  if (names.length === 0 || !strapi.db.inTransaction()) return;
  const list = names.join(', ');
  await strapi.db.transaction(({ trx }) =>
    trx.raw(`SET CONSTRAINTS ${list} IMMEDIATE; SET CONSTRAINTS ${list} DEFERRED`),
  );
}

function withMessage(error: unknown, messages: ConstraintMessages): unknown {
  if (error instanceof errors.ValidationError) return translateNotUnique(error, messages);
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  if (!code || !VIOLATIONS.has(code)) return error;
  const message = messages[constraint ?? code];
  return message ? validationError([problem(message)]) : error;
}

function translateNotUnique(error: InstanceType<typeof errors.ValidationError>, messages: ConstraintMessages) {
  const { errors: problems } = error.details as { errors?: ValidationProblem[] };
  if (!problems?.some(isNotUnique)) return error;
  return validationError(
    problems.map((found) => {
      const message = Object.values(messages).find(({ field }) => field === found.path.join('.'));
      return isNotUnique(found) && message ? problem(message) : found;
    }),
  );
}

const problem = ({ field, message }: ConstraintMessage): ValidationProblem => ({
  path: [field],
  message,
  name: 'ValidationError',
});

const validationError = (problems: ValidationProblem[]) =>
  new errors.ValidationError(problems.map(({ message }) => message).join(' '), { errors: problems });
