import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

type Connection = Core.Strapi['db']['connection'];

/** in_failed_sql_transaction: an earlier statement of the transaction failed, so this one was not executed. */
const IN_FAILED_TRANSACTION = '25P02';

/** The message of Strapi's own check of a `uid` attribute, which runs before the statement reaches the database. */
const NOT_UNIQUE = 'This attribute must be unique';

/** One entry of `details.errors` of a ValidationError that the document service throws. */
export type ValidationProblem = { path: string[]; message: string; name: string };

const writes = new AsyncLocalStorage<{ firstError?: unknown }>();
const observed = new WeakSet<Connection>();

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** Whether Strapi itself reports that another document has the value of a `uid` attribute. */
export const isNotUnique = ({ message }: ValidationProblem): boolean => message === NOT_UNIQUE;

/**
 * Runs a write and throws the database's original error when it fails. When PostgreSQL rejects the row of a relation,
 * Strapi 5.54 runs a clean-up statement in the same transaction and throws the 25P02 of that statement instead
 * (@strapi/database, entity-manager `create` and `update`). knex reports every failed statement as `query-error`.
 */
export async function throwOriginalError<Result>(strapi: Core.Strapi, write: () => Promise<Result>): Promise<Result> {
  observe(strapi.db.connection);
  const outcome: { firstError?: unknown } = {};
  try {
    return await writes.run(outcome, write);
  } catch (error) {
    throw codeOf(error) === IN_FAILED_TRANSACTION && outcome.firstError ? outcome.firstError : error;
  }
}

function observe(connection: Connection): void {
  if (observed.has(connection)) return;
  observed.add(connection);
  connection.on('query-error', (error: unknown) => {
    const outcome = writes.getStore();
    if (outcome && codeOf(error) !== IN_FAILED_TRANSACTION) outcome.firstError = error;
  });
}
