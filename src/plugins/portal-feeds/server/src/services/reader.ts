import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Pool } from 'pg';
import { createReadPool } from '../../../../../postgres/read-pool';
import { parseOptions } from '../config';

/** Runs the one statement of an answer on a pool of its own. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let pool: Pool | undefined;

  function open(): Pool {
    const { readUrl, poolSize, statementTimeout } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    const { connection } = strapi.config.get('database') as { connection: { connection: Record<string, unknown> } };
    const { connectionString, host, port, database, user, password, ssl } = connection.connection;
    const main = { connectionString, host, port, database, user, password, ssl };
    return createReadPool(
      { ...(readUrl ? { connectionString: readUrl } : main), max: poolSize } as object,
      statementTimeout,
    );
  }

  return {
    /**
     * The model that a query's single row carries in its column `model`; undefined without a row.
     *
     * @throws ServiceUnavailable (503) while the database is away or too slow.
     */
    async model<Model>(query: { text: string; values: unknown[] }): Promise<Model | undefined> {
      pool ??= open();
      try {
        const { rows } = await pool.query<{ model: Model }>(query);
        return rows[0]?.model;
      } catch (error) {
        if (isRefusedStatement(error)) throw error;
        strapi.log.error(`portal-feeds cannot read: ${(error as Error).message}`);
        throw createHttpError(503, 'Cơ sở dữ liệu tạm thời không trả lời. Xin thử lại sau ít phút.');
      }
    },

    async close(): Promise<void> {
      await pool?.end();
      pool = undefined;
    },
  };
};

/** Class 42 is a statement that is wrong in itself: a fault of ours, not of the database's availability. */
const isRefusedStatement = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && String((error as { code?: unknown }).code).startsWith('42');
