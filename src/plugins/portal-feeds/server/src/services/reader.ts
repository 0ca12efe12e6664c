import { createHash } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { PoolConfig } from 'pg';
import { isContention, isUnavailable } from '../../../../../postgres/failures';
import { createReadPool } from '../../../../../postgres/read-pool';
import { ReadServers } from '../../../../../postgres/read-servers';
import { databaseConnection, databaseSchema } from '../../../../../strapi-internals/database';
import { parseOptions, type Options } from '../config';

/**
 * One statement with one column, `model`, and at most one row. Its first value is the locale. For a statement
 * with many variants, each rarely used, connections do not keep the plan.
 */
type Query = { text: string; values: unknown[]; hasManyForms?: boolean };

/** Runs the one statement of an answer on pools of its own: of the primary, and of its replicas. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  // Not before the first read: other plugins ask for this service while they register.
  let parsed: Options | undefined;
  const options = (): Options => (parsed ??= parseOptions(strapi.config.get('plugin::portal-feeds')));
  let servers: ReadServers | undefined;
  let reads = 0;
  let refused = 0;
  let answering: Promise<boolean> | undefined;

  function open(): ReadServers {
    const { readUrls, poolSize, statementTimeout, lockTimeout } = options();
    const pool = (server: PoolConfig) =>
      createReadPool({ ...server, max: poolSize }, { statementTimeout, lockTimeout, schema: databaseSchema(strapi) });
    const replicas = readUrls.map((connectionString) => pool({ connectionString }));
    return new ReadServers(pool(databaseConnection(strapi)), replicas, (replica, isOut) => {
      if (isOut) strapi.log.warn(`portal-feeds: replica ${replica} is behind or away; the others are read`);
      else strapi.log.info(`portal-feeds: replica ${replica} has caught up and is read again`);
    });
  }

  /** Counted here, since what the pool calls waiting may have a connection in the same turn. */
  async function bounded<Result>(read: () => Promise<Result>): Promise<Result> {
    if (reads >= options().poolSize + options().queueSize) {
      refused += 1;
      const message = 'Máy chủ đang nhận quá nhiều yêu cầu. Xin thử lại sau một giây.';
      throw createHttpError(503, message, { details: {}, headers: { 'Retry-After': '1' } });
    }
    reads += 1;
    return read().finally(() => (reads -= 1));
  }

  /** The row of a query, with further columns. */
  async function read<Row>({ text, values, hasManyForms }: Query, columns = ''): Promise<Row> {
    const statement = `
      SELECT EXISTS (SELECT FROM i18n_locale WHERE code = $1) AS "isLocale", ${columns}(${text}) AS model`;
    const query = { text: statement, values, ...(!hasManyForms && { name: nameOf(statement) }) };
    const { rows } = await bounded(() =>
      (servers ??= open()).query<Row & { isLocale: boolean }>(query).catch((error: unknown) => {
        if (!isUnavailable(error) && !isContention(error)) throw error;
        strapi.log.error(`portal-feeds cannot read: ${(error as Error).message}`);
        const message = 'Cơ sở dữ liệu tạm thời không trả lời. Xin thử lại sau ít phút.';
        throw createHttpError(503, message, { details: {} });
      }),
    );
    const [row] = rows;
    if (!row?.isLocale) {
      throw new errors.ValidationError(
        'Tham số locale không đúng: cần mã của một ngôn ngữ đang dùng, ví dụ vi hoặc en.',
        { parameter: 'locale' },
      );
    }
    return row;
  }

  return {
    /**
     * Returns the model of a query; null without a row.
     *
     * @throws ValidationError (400) when the locale is not enabled
     * @throws ServiceUnavailable (503) while the database is unavailable or too slow; with `headers['Retry-After']`
     *   when the queue of reads is full
     */
    model: async <Model>(query: Query): Promise<Model | null> => (await read<{ model: Model | null }>(query)).model,

    /** The same, with the publisher's name in the language of the query. */
    async published<Model>(query: Query): Promise<{ model: Model | null; publisher: string }> {
      const { publisherSql } = strapi.plugin('portal-feeds').service('registry').close();
      const column = publisherSql === null ? '' : `(${publisherSql}) AS publisher, `;
      const row = await read<{ model: Model | null; publisher?: string | null }>(query, column);
      return { model: row.model, publisher: row.publisher || options().publisher };
    },

    /** What is read from now on is not older than the primary at that position of its log. */
    require(position: Promise<number>): void {
      (servers ??= open()).require(position);
    },

    /** Whether the database can be read. Concurrent calls share one query, so that they do not queue. */
    answers(): Promise<boolean> {
      const asked: Promise<boolean> = (answering ??= (servers ??= open())
        .query({ text: 'SELECT' })
        .then(
          () => true,
          () => false,
        )
        .finally(() => (answering = undefined)));
      return asked;
    },

    connections: () => ({ ...(servers?.connections ?? { total: 0, idle: 0, waiting: 0 }), refused }),

    async close(): Promise<void> {
      await servers?.end();
      servers = undefined;
    },
  };
};

/** The same text has the same name on every connection; a name may have 63 characters. */
const nameOf = (statement: string): string => createHash('sha256').update(statement).digest('base64url');
