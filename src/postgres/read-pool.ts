import { Pool, types, type PoolConfig } from 'pg';

const TIMESTAMP_TYPES = new Set<number>([types.builtins.TIMESTAMP, types.builtins.TIMESTAMPTZ, types.builtins.DATE]);

/**
 * A pool for reads alone, so that editors never wait behind readers.
 *
 * Its type parsers are its own: Strapi sets those of the shared `pg` module (NUMERIC becomes a float there). Here
 * numbers wider than a double and instants stay the strings that PostgreSQL sent. Sessions run in UTC, cannot write,
 * and give up a statement after `statementTimeout` milliseconds (error 57014).
 *
 * @param config where to connect, as `pg` takes it
 * @param statementTimeout milliseconds
 */
export function createReadPool(config: PoolConfig, statementTimeout: number): Pool {
  const pool = new Pool({
    ...config,
    statement_timeout: statementTimeout,
    options: '-c TimeZone=UTC -c default_transaction_read_only=on -c jit=off',
    types: {
      getTypeParser: ((id: number, format?: 'text' | 'binary') =>
        id === types.builtins.NUMERIC || id === types.builtins.INT8 || TIMESTAMP_TYPES.has(id)
          ? (value: string) => value
          : types.getTypeParser(id, format as 'text')) as typeof types.getTypeParser,
    },
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}
