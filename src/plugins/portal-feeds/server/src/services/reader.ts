import { createHash } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Pool } from 'pg';
import { createReadPool } from '../../../../../postgres/read-pool';
import { parseOptions } from '../config';
import { databaseOf } from '../database-of';

/**
 * One statement with one column, `model`, and at most one row. Its first value is the locale. One that is asked in many
 * forms, each of them rarely, is planned each time, since each connection keeps the plans of the others.
 */
export type Query = { text: string; values: unknown[]; isRare?: boolean };

/** Runs the one statement of an answer on a pool of its own. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let pool: Pool | undefined;

  function open(): Pool {
    const { readUrl, poolSize, statementTimeout } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    return createReadPool(
      { ...(readUrl ? { connectionString: readUrl } : databaseOf(strapi)), max: poolSize },
      {
        statementTimeout,
        schema: strapi.db.getSchemaName(),
      },
    );
  }

  return {
    /**
     * The model that a query gives; null without a row.
     *
     * @throws ValidationError (400) when the locale is not enabled
     * @throws ServiceUnavailable (503) while the database is away or too slow
     */
    async model<Model>({ text, values, isRare }: Query): Promise<Model | null> {
      pool ??= open();
      const statement = `
        SELECT EXISTS (SELECT FROM i18n_locale WHERE code = $1) AS "isLocale", (${text}) AS model`;
      const { rows } = await pool
        .query<{ isLocale: boolean; model: Model | null }>({
          text: statement,
          values,
          ...(!isRare && { name: nameOf(statement) }),
        })
        .catch((error: unknown) => {
          if (!isUnavailability(error)) throw error;
          strapi.log.error(`portal-feeds cannot read: ${(error as Error).message}`);
          throw createHttpError(503, 'Cơ sở dữ liệu tạm thời không trả lời. Xin thử lại sau ít phút.');
        });
      const [row] = rows;
      if (!row?.isLocale) {
        throw new errors.ValidationError(
          'Tham số locale không đúng: cần mã của một ngôn ngữ đang dùng, ví dụ vi hoặc en.',
          { parameter: 'locale' },
        );
      }
      return row.model;
    },

    /** Whether what is read follows behind what is written; so too while nobody answers. */
    async isReplica(): Promise<boolean> {
      pool ??= open();
      const asked = pool.query<{ isReplica: boolean }>('SELECT pg_is_in_recovery() AS "isReplica"');
      return asked.then(
        ({ rows }) => rows[0]!.isReplica,
        () => true,
      );
    },

    /** Whether the database can be read. */
    async answers(): Promise<boolean> {
      pool ??= open();
      return pool.query('SELECT').then(
        () => true,
        () => false,
      );
    },

    connections: () => ({
      total: pool?.totalCount ?? 0,
      idle: pool?.idleCount ?? 0,
      waiting: pool?.waitingCount ?? 0,
    }),

    async close(): Promise<void> {
      await pool?.end();
      pool = undefined;
    },
  };
};

/** The same text has the same name on every connection; a name may have 63 characters. */
const nameOf = (statement: string): string => createHash('sha256').update(statement).digest('base64url');

/**
 * Whether the database is away, rather than our statement or data wrong: connection, resources and operator
 * intervention (SQLSTATE classes 08, 53, 57), or an error of the network that has no SQLSTATE at all.
 */
function isUnavailability(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(08|53|57)/.test(code);
}
