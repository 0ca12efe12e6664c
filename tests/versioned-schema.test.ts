import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { retryWhileLocked } from '../src/postgres/retry-while-locked';
import { applyAfterSync, applyBeforeSync, type PluginSchema, type Step } from '../src/postgres/versioned-schema';

const step = (number: number, sql: string, phase: Step['phase'] = 'after-sync'): Step => ({ number, phase, sql });

const answer = (text: string) =>
  `CREATE OR REPLACE FUNCTION answer() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '${text}' $$`;

const CONTENT = step(1, `CREATE TABLE IF NOT EXISTS items (id integer CHECK (id > 0))`);

describe('the versioned schema of a plugin', () => {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `schema_${randomBytes(6).toString('hex')}`;
  let admin: Client;
  let client: Client;
  let other: Client;

  const connect = async (database: string) => {
    const url = new URL(server);
    url.pathname = database;
    const made = new Client({ connectionString: url.href });
    await made.connect();
    return made;
  };
  const schema = (given: Partial<PluginSchema>): PluginSchema => ({
    plugin: 'items',
    steps: [CONTENT],
    functions: [],
    triggers: [],
    ...given,
  });
  const boot = async (given: Partial<PluginSchema>) => {
    await applyBeforeSync(client, schema(given));
    await applyAfterSync(client, schema(given));
  };
  const value = async (sql: string): Promise<unknown> =>
    Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  const steps = () => value(`SELECT array_agg(number ORDER BY number) FROM portal_newsroom.schema_steps`);

  beforeAll(async () => {
    admin = await connect('postgres');
  });
  beforeEach(async () => {
    await admin.query(`CREATE DATABASE ${name}`);
    [client, other] = [await connect(name), await connect(name)];
  });
  afterEach(async () => {
    await Promise.all([client.end(), other.end()]);
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  afterAll(() => admin.end());

  it('runs each step once, in its phase, and new ones on top', async () => {
    const first = [CONTENT, step(2, 'CREATE TABLE early ()', 'before-sync')];
    await applyBeforeSync(client, schema({ steps: first }));
    expect(await steps()).toEqual([2]);
    await applyAfterSync(client, schema({ steps: first }));
    await boot({ steps: first });
    await boot({ steps: [...first, step(3, 'ALTER TABLE items ADD COLUMN title text')] });
    expect(await steps()).toEqual([1, 2, 3]);
    expect(
      await value(`SELECT count(*)::int FROM pg_attribute WHERE attrelid = 'items'::regclass AND attnum > 0`),
    ).toBe(2);
  });

  it('applies a function whose text changed, and no other', async () => {
    const kept = `CREATE OR REPLACE FUNCTION kept() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$`;
    await boot({ functions: [answer('one'), kept] });
    const version = () => value(`SELECT xmin::text FROM pg_proc WHERE proname = 'kept'`);
    const before = await version();
    await boot({ functions: [answer('two'), kept] });
    expect([await value('SELECT answer()'), await version()]).toEqual(['two', before]);
    await boot({ functions: [answer('one'), kept] });
    expect(await value('SELECT answer()')).toBe('one');
  });

  it('lets a later step change a constraint, and applies again what a step dropped', async () => {
    await boot({ functions: [answer('one')] });
    await expect(client.query('INSERT INTO items VALUES (0)')).rejects.toThrow('items_id_check');
    const changed = step(
      2,
      `ALTER TABLE items DROP CONSTRAINT items_id_check, ADD CONSTRAINT items_id_check CHECK (id >= 0);
       DROP FUNCTION answer()`,
    );
    await boot({ functions: [answer('one')], steps: [CONTENT, changed] });
    await client.query('INSERT INTO items VALUES (0)');
    await expect(client.query('INSERT INTO items VALUES (-1)')).rejects.toThrow('items_id_check');
    expect(await value('SELECT answer()')).toBe('one');
  });

  it('leaves nothing behind of a step that fails, and names the plugin and the step', async () => {
    const failing = step(3, 'CREATE TABLE half (); SELECT 1 / 0');
    const steps = [CONTENT, step(2, 'CREATE TABLE whole ()'), failing];
    await expect(boot({ steps, functions: [answer('one')] })).rejects.toThrow(
      /Plugin items: bước SQL số 3 .*division by zero/,
    );
    expect(await value(`SELECT concat(to_regclass('items'), to_regclass('whole'), to_regclass('half'))`)).toBe('');
    expect(await value(`SELECT count(*)::int FROM pg_proc WHERE proname = 'answer'`)).toBe(0);
    expect(await value(`SELECT count(*)::int FROM portal_newsroom.schema_steps`)).toBe(0);
  });

  it('refuses a step that was edited after it ran, and a database of a newer version', async () => {
    await boot({ steps: [CONTENT, step(2, 'SELECT 1')] });
    await boot({ steps: [CONTENT, step(2, '  SELECT\n 1')] });
    await expect(boot({ steps: [CONTENT, step(2, 'SELECT 2')] })).rejects.toThrow(
      /Plugin items: bước SQL số 2 đã bị sửa/,
    );
    await expect(boot({ steps: [CONTENT] })).rejects.toThrow(/Plugin items: cơ sở dữ liệu đã ở bước SQL số 2/);
  });

  it('opens no transaction and locks no table with nothing to do', async () => {
    const all = { functions: [answer('one')], steps: [CONTENT] };
    await boot(all);
    await other.query('BEGIN; LOCK TABLE items IN ACCESS EXCLUSIVE MODE');
    const statements: string[] = [];
    const query = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<never>;
    jest.spyOn(client, 'query').mockImplementation(((text: string, values?: unknown[]) => {
      statements.push(text);
      return query(text, values);
    }) as never);
    await boot(all);
    expect(statements.filter((text) => !text.startsWith('SELECT'))).toEqual([]);
    await other.query('ROLLBACK');
  });

  it('gives up waiting for a lock, so that others go on, and is tried again until it gets it', async () => {
    await boot({});
    await other.query('BEGIN; INSERT INTO items VALUES (1)');
    const altering = { steps: [CONTENT, step(2, 'ALTER TABLE items ADD COLUMN title text')] };
    let waited = 0;
    await retryWhileLocked(
      () => boot(altering),
      () => {
        waited += 1;
        void other.query('COMMIT');
      },
    );
    expect([waited, await steps()]).toEqual([1, [1, 2]]);
  });
});
