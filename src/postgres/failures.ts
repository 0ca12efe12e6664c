type Failure = { code?: unknown; name?: unknown; message?: unknown; cause?: unknown };

/** The network between the two: Node's codes. */
const NETWORK = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What `pg` and knex say without a code. knex puts the statement before it. */
const WITHOUT_CODE =
  /(?:^| - )(Connection terminated|Connection terminated unexpectedly|Connection terminated due to connection timeout|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|Query read timeout|timeout expired|timeout exceeded when trying to connect|Knex: Timeout acquiring a connection\..*|Unable to acquire a connection|Transaction query already complete, .*)$/;

/**
 * Whether a statement failed because the database is away, overloaded or out of resources, rather than by its own
 * fault: connection, resources and operator intervention (SQLSTATE classes 08, 53, 57; appendix A of PostgreSQL's
 * manual), a transaction that the server ended for idling, or an error of the network. Also of an error that is wrapped
 * in another.
 */
export function isUnavailable(error: unknown): boolean {
  const { code, message, cause } = (error ?? {}) as Failure;
  return (
    (typeof code === 'string' && (NETWORK.has(code) || /^(08|53|57|25P0[34])[0-9A-Z]{0,3}$/.test(code))) ||
    WITHOUT_CODE.test(String(message)) ||
    (cause !== undefined && isUnavailable(cause))
  );
}

/** Whether a statement failed because another transaction has what it needs. Also of an error that is wrapped in another. */
export const isContention = (error: unknown): boolean => isDeadlock(error) || hasCode(error, LOCK_NOT_AVAILABLE);

/** Whether the same transaction can succeed if it runs again: a deadlock, or a serialisation failure. */
export const isDeadlock = (error: unknown): boolean =>
  hasCode(error, DEADLOCK) || hasCode(error, SERIALIZATION_FAILURE);

/** Whether the database has no space left on its disk. */
export const isDiskFull = (error: unknown): boolean => hasCode(error, '53100');

const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';

function hasCode(error: unknown, wanted: string): boolean {
  const { code, cause } = (error ?? {}) as Failure;
  return code === wanted || (cause !== undefined && hasCode(cause, wanted));
}

/** A failure in a few words for a log, without the statement, whose values are content. */
export function describeFailure(error: unknown): string {
  const { code, message, cause } = (error ?? {}) as Failure;
  return String(
    code ?? WITHOUT_CODE.exec(String(message))?.[1] ?? (cause === undefined ? message : describeFailure(cause)),
  );
}
