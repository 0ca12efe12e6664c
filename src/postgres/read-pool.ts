import { Pool, types, type PoolConfig } from 'pg';
import { sessionOptions } from './session';

const PARSED_AS_JSON = new Set<number>([types.builtins.JSON, types.builtins.JSONB]);
const NUMBERS = new Set<number>([
  types.builtins.INT2,
  types.builtins.INT4,
  types.builtins.FLOAT4,
  types.builtins.FLOAT8,
]);

const asSent = (value: string): string => value;

/** By PostgreSQL's type: JSON as objects, small numbers and booleans as such, everything else as it was sent. */
function parserOf(type: number) {
  if (PARSED_AS_JSON.has(type)) return JSON.parse;
  if (NUMBERS.has(type)) return Number;
  return type === types.builtins.BOOL ? (value: string) => value === 't' : asSent;
}

/**
 * A pool for reads alone, so that editors never wait behind readers.
 *
 * Its type parsers are its own: Strapi sets those of the shared `pg` module (NUMERIC becomes a float there). Sessions
 * run in UTC, cannot write, wait for a lock at most `lockTimeout` milliseconds (error 55P03), and give up a statement after
 * `statementTimeout` milliseconds (error 57014). A server that does not answer is given up as soon.
 *
 * @param config where to connect, as `pg` takes it
 * @param sessions `statementTimeout` and `lockTimeout` in milliseconds; `schema` where the tables are, if not where the server looks anyway
 */
export function createReadPool(
  config: PoolConfig,
  {
    statementTimeout,
    lockTimeout = 1_000,
    schema,
  }: { statementTimeout: number; lockTimeout?: number; schema?: string },
): Pool {
  const pool = new Pool({
    ...config,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + 1_000,
    connectionTimeoutMillis: statementTimeout,
    keepAlive: true,
    options: `${sessionOptions(schema)} -c default_transaction_read_only=on -c lock_timeout=${lockTimeout} -c jit=off -c plan_cache_mode=force_generic_plan`,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}
