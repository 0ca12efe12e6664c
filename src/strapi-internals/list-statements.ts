import type { Core } from '@strapi/strapi';

/** A SELECT of ids of rows, each once, with its bindings. */
export type FoundRows = {
  sql: string;
  bindings: readonly unknown[];
  /** Set where they are too many to be collected. */
  frequent?: FrequentRows;
};

/** Rows of which it is cheaper to ask of one whether it is among them. */
export type FrequentRows = {
  /** Whether the row `listed.id` is one of them, as an SQL expression. */
  isFound: string;
  bindings: readonly unknown[];
  /** About which share of all rows they are, above 0. */
  share: number;
  /** The attributes in whose order an index has the rows, under the condition `id > 0`. */
  orders: readonly string[];
};

export type Where = Record<string, unknown> & { $and?: Where[] };

/** What Strapi's database layer is asked for: conditions, among them those of permissions, an order and a page. */
export type List = { where?: Where; filters?: unknown; orderBy?: unknown; limit?: number; offset?: number };

/** Rows up to which a searched list is counted. */
export const MOST_COUNTED = 1_000;

/** Rows up to which a list is read whole. */
const MOST_LISTED = 2_000;

/** Rows of a list of which it is asked, one by one, whether they are found. */
const MOST_CHECKED = 5_000;

type Builder = {
  alias: string;
  init(params: Record<string, unknown>): Builder;
  getKnexQuery(): Knex;
};
type Knex = { clear(what: string): Knex; select(column: string): Knex; limit(count: number): Knex };

/** The ids of a list, some of them more than once, without DISTINCT: PostgreSQL would sort or hash all of them for it. */
function idsOf(strapi: Core.Strapi, uid: string, list: List): Knex {
  const { where, filters, orderBy, limit } = list;
  const rows: Builder = strapi.db.queryBuilder(uid as never) as never;
  const query = rows.init({ where, filters, orderBy, limit, select: ['id'] }).getKnexQuery();
  return query.clear('select').select(`${rows.alias}.id`);
}

/** In no order, in which rows that a person may read are soonest told. */
const unordered = (strapi: Core.Strapi, uid: string, { where, filters }: List): Knex =>
  idsOf(strapi, uid, { where, filters });

/** Without sequential scans: what a limit ends early, PostgreSQL takes for cheap also where it begins with a whole table. */
async function rows<Row>(strapi: Core.Strapi, statement: string, bindings: readonly unknown[]): Promise<Row[]> {
  // A caller within a transaction must not wait for a second connection.
  return strapi.db.transaction(async ({ trx }) => {
    await trx.raw('SET LOCAL enable_seqscan = off');
    const { rows: all } = await trx.raw(statement, bindings as never);
    await trx.raw('SET LOCAL enable_seqscan TO DEFAULT');
    return all as Row[];
  });
}

/** Adds a condition to a list that its rows are among others. */
export const within = (where: Where | undefined, ids: unknown): Where => ({
  $and: [where ?? {}, { id: { $in: ids } }],
});

/**
 * The same of so many others that they are no place to start from: after OR, PostgreSQL makes a hash table of them, and asks of
 * each row of the list, in its order, whether it is among them.
 */
export const among = ({ where, orderBy }: List, { orders }: FrequentRows, ids: unknown): Where => ({
  $and: [
    (isIndexed(orderBy, orders) ? indexed(where) : where) ?? {},
    { $or: [{ id: { $in: ids } }, { id: { $lt: 0 } }] },
  ],
});

/**
 * How many rows of a list are found, up to MOST_COUNTED; one more where there are more. The list's conditions stand before
 * the limit, so that the number says nothing of rows which the person may not read.
 */
export async function countFound(strapi: Core.Strapi, uid: string, list: List, found: FoundRows): Promise<number> {
  const { frequent } = found;
  if (frequent) {
    // Whoever may read few of many rows has these checked, and not all that are found.
    const isLikely = frequent.share * MOST_LISTED > 1.2 * MOST_COUNTED;
    const [checked] = await rows<{ isWhole: boolean; count: number }>(
      strapi,
      `WITH first_rows AS MATERIALIZED (SELECT id FROM ? AS listed),
            size AS MATERIALIZED (SELECT count(*) <= ${MOST_LISTED} AS "isWhole" FROM first_rows)
       SELECT "isWhole", (
                SELECT count(*) FROM (
                  SELECT FROM (SELECT DISTINCT id FROM first_rows WHERE "isWhole" OR ?) AS listed
                   WHERE ${frequent.isFound} LIMIT ${MOST_COUNTED + 1}) AS counted)::integer AS count
         FROM size`,
      [unordered(strapi, uid, list).limit(MOST_LISTED + 1), isLikely, ...frequent.bindings],
    );
    if (checked!.isWhole || checked!.count > MOST_COUNTED) return checked!.count;
  }
  const one = within(list.where, strapi.db.connection.raw('found.id'));
  const [counted] = await rows<{ count: number }>(
    strapi,
    `SELECT count(*)::integer AS count FROM (
       SELECT FROM (${found.sql}) AS found (id) CROSS JOIN LATERAL ? AS listed LIMIT ${MOST_COUNTED + 1}) AS counted`,
    [...found.bindings, unordered(strapi, uid, { ...list, where: one }).limit(1)],
  );
  return counted!.count;
}

/**
 * Ids of the rows that a page of a list has, and of others that are found: what of them fulfils the list's conditions, in its
 * order, begins as all that is found does.
 *
 * @returns null where more rows would have to be checked than is worth it
 */
export async function firstFound(
  strapi: Core.Strapi,
  uid: string,
  list: List,
  frequent: FrequentRows,
): Promise<number[] | null> {
  const { isFound, bindings, share, orders } = frequent;
  const [all] = await rows<{ isWhole: boolean; ids: number[] }>(
    strapi,
    `WITH listed AS MATERIALIZED (SELECT id FROM ? AS listed),
          size AS MATERIALIZED (SELECT count(*) <= ${MOST_LISTED} AS "isWhole" FROM listed)
     SELECT "isWhole", ARRAY(SELECT id FROM listed WHERE "isWhole" AND ${isFound}) AS ids FROM size`,
    [unordered(strapi, uid, list).limit(MOST_LISTED + 1), ...bindings],
  );
  if (all!.isWhole) return all!.ids;

  const last = (list.offset ?? 0) + (list.limit ?? 0);
  if (!list.limit || list.limit < 0 || last > share * MOST_CHECKED || !isIndexed(list.orderBy, orders)) return null;
  const expected = Math.ceil((1.5 * last) / share) + 50;
  // Rows that are found may stand further on in an order than by chance, such as those with a word in their title.
  for (const size of expected < MOST_CHECKED / 2 ? [expected, MOST_CHECKED] : [MOST_CHECKED]) {
    const [first] = await rows<{ size: number; ids: number[] }>(
      strapi,
      `WITH listed AS MATERIALIZED (SELECT id FROM ? AS listed)
       SELECT (SELECT count(*) FROM listed)::integer AS size, ARRAY(SELECT DISTINCT id FROM listed WHERE ${isFound}) AS ids`,
      [idsOf(strapi, uid, { ...list, where: indexed(list.where), limit: size }), ...bindings],
    );
    if (first!.ids.length >= last || first!.size < size) return first!.ids;
  }
  return null;
}

/** A condition that is always true, and that the indexes of FrequentRows are made for. */
const indexed = (where: Where | undefined): Where => ({ $and: [where ?? {}, { id: { $gt: 0 } }] });

/** Whether the rows of an order can be read from an index: where nothing is asked for, Strapi orders by `id`. */
function isIndexed(orderBy: unknown, orders: readonly string[]): boolean {
  const keys = (Array.isArray(orderBy) ? orderBy : [orderBy ?? 'id']).flatMap((key: unknown): [string, unknown][] =>
    typeof key === 'string' ? [[key, 'asc']] : Object.entries(key as object),
  );
  const isPlain = keys.every(([, direction]) => typeof direction === 'string');
  return isPlain && ['id', ...orders].includes(keys[0]?.[0] ?? 'id');
}
