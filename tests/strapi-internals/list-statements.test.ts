import { countFound, firstFound, MOST_COUNTED, type List } from '../../src/strapi-internals/list-statements';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const AGENCY = 'plugin::directory.agency';

describe('statements around those of Strapi’s lists', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.sql('SET session_replication_role = replica');
    await newsroom.sql(
      `INSERT INTO agencies (id, document_id, name, slug, level)
       SELECT n, 'many' || n, 'Cơ quan ' || lpad((n * 7 % 6000)::text, 4, '0'), 'co-quan-' || n,
              CASE WHEN n % 3 = 0 THEN 'commune' ELSE 'department' END
         FROM generate_series(1, 6000) n`,
    );
    // A relation to many: rows that Strapi joins more than once.
    await newsroom.sql(
      `INSERT INTO agencies_parent_lnk (agency_id, inv_agency_id) SELECT n, m FROM generate_series(1, 6000) n, generate_series(1, 2) m`,
    );
    await newsroom.sql('SET session_replication_role = DEFAULT');
  });
  afterAll(() => newsroom.stop());

  /** Every row whose number is divided by `step`. */
  const every = (step: number, orders: readonly string[] = ['name']) => ({
    sql: `SELECT id FROM agencies WHERE id % ${step} = 0 AND slug LIKE ?`,
    bindings: ['%'],
    frequent: { isFound: `listed.id % ${step} = 0 AND ? = '%'`, bindings: ['%'], share: 1 / step, orders },
  });
  const page = (offset: number, more: List = {}): List => ({ orderBy: [{ name: 'asc' }], limit: 10, offset, ...more });
  const inOrder = async (condition: string): Promise<number[]> =>
    (await newsroom.sql(`SELECT id FROM agencies WHERE ${condition} ORDER BY name, id`)).map(({ id }) => Number(id));

  it.each([
    ['all', 1, {}, MOST_COUNTED + 1],
    ['some', 4, {}, MOST_COUNTED + 1],
    ['exactly the most', 6, {}, MOST_COUNTED],
    ['few', 100, {}, 60],
    ['few of the rows of a condition', 100, { level: 'commune' }, 20],
    ['none', 1, { level: 'province' }, 0],
    ['rows that a relation joins twice', 10, { parent: { name: { $startsWith: 'Cơ quan' } } }, 600],
  ])('count what is found up to a limit, under conditions: %s', async (_, step, where, count) => {
    const found = every(step);
    expect(await countFound(newsroom.strapi, AGENCY, { where }, found)).toBe(count);
    expect(await countFound(newsroom.strapi, AGENCY, { where }, { ...found, frequent: undefined })).toBe(count);
    expect(await countFound(newsroom.strapi, AGENCY, { filters: () => where }, found)).toBe(count);
  });

  it('find the rows of a page in the order of the list', async () => {
    for (const offset of [0, 50, 900]) {
      const ids = await firstFound(newsroom.strapi, AGENCY, page(offset), every(4).frequent);
      const all = await inOrder('id % 4 = 0');
      expect(ids!.length).toBeGreaterThanOrEqual(offset + 10);
      expect(new Set(ids)).toEqual(new Set(all.slice(0, ids!.length)));
    }
  });

  it('find all rows where few fulfil the conditions of the list', async () => {
    const where = { level: 'commune' };
    const ids = await firstFound(newsroom.strapi, AGENCY, page(0, { where }), every(4, []).frequent);
    expect(new Set(ids)).toEqual(new Set(await inOrder(`id % 4 = 0 AND level = 'commune'`)));
  });

  it('leave the settings of a transaction as they were', async () => {
    const setting = await newsroom.strapi.db.transaction(async ({ trx }) => {
      await countFound(newsroom.strapi, AGENCY, {}, every(4));
      return (await trx.raw('SHOW enable_seqscan')).rows;
    });
    expect(setting).toEqual([{ enable_seqscan: 'on' }]);
  });

  it('do not cut what they cannot bound', async () => {
    const { strapi } = newsroom;
    expect(await firstFound(strapi, AGENCY, page(0), every(4, []).frequent)).toBe(null);
    expect(await firstFound(strapi, AGENCY, page(5_000), every(4).frequent)).toBe(null);
    expect(await firstFound(strapi, AGENCY, page(0, { limit: -1 }), every(4).frequent)).toBe(null);
    const late = {
      ...every(4).frequent,
      isFound: `(SELECT name > 'Cơ quan 5990' FROM agencies WHERE id = listed.id) AND ? = '%'`,
    };
    expect(await firstFound(strapi, AGENCY, page(0), late)).toBe(null);
  });
});
