import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { DataRule } from './data-rules';

/**
 * One change of the database that runs once per database. It never changes after its release: a later change is a new
 * step. Both phases run on an empty database as well.
 */
export type Step = {
  /** 1, 2, 3, … within a plugin. */
  number: number;
  /** Before or after Strapi creates and alters the tables of content types. */
  phase: 'before-sync' | 'after-sync';
  /** Statements, separated by semicolons. */
  sql: string;
};

/** Statements that can be repeated, and are applied again when their text has changed. */
export type Definitions = {
  /**
   * `CREATE OR REPLACE FUNCTION` statements. They are applied before the steps, whose indexes and constraints may call
   * them; the tables that their bodies name need not exist yet. A function whose arguments or result change gets a new
   * name, and a step drops the old one.
   */
  functions: readonly string[];
  /** `CREATE OR REPLACE TRIGGER` and `CREATE OR REPLACE VIEW` statements, applied after the steps. */
  triggers: readonly string[];
};

/** What a plugin keeps in the database beside the tables of its content types. */
export type PluginSchema = Definitions & {
  plugin: string;
  /** The SQL schema of the plugin's own tables and functions, which is created before all of them. */
  namespace?: string;
  /** Whether its steps and triggers are on tables and columns of other plugins: it is then applied after theirs. */
  isOnOthers?: true;
  steps: readonly Step[];
  /** The rules that existing rows may break: they are listed, and their constraints validated once no row does. */
  rules?: readonly DataRule[];
};

/** The definitions of several features as one. */
export const mergeDefinitions = (...parts: readonly Partial<Definitions>[]): Definitions => ({
  functions: parts.flatMap(({ functions = [] }) => functions),
  triggers: parts.flatMap(({ triggers = [] }) => triggers),
});

/** How long a statement waits for a lock, in milliseconds: as long may others queue behind it. */
export const LOCK_TIMEOUT = 500;

const CREATE_RECORDS = `
  CREATE SCHEMA IF NOT EXISTS portal_newsroom;
  CREATE TABLE IF NOT EXISTS portal_newsroom.schema_steps (
    plugin text NOT NULL,
    number integer NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC'),
    PRIMARY KEY (plugin, number)
  );
  CREATE TABLE IF NOT EXISTS portal_newsroom.schema_definitions (
    plugin text NOT NULL,
    checksum text NOT NULL,
    PRIMARY KEY (plugin, checksum)
  )`;

/**
 * Runs the pending steps of the phase before Strapi's schema sync, in one transaction.
 *
 * @param client a connection in UTC, with Strapi's search path
 * @throws an Error that names the plugin and the step; the database is then as it was
 */
export async function applyBeforeSync(client: Client, schema: PluginSchema): Promise<void> {
  const steps = (await pendingSteps(client, schema)).filter(({ phase }) => phase === 'before-sync');
  if (steps.length === 0) return;
  await inTransaction(client, async () => {
    for (const step of steps) await applyStep(client, schema.plugin, step);
    // A step may have dropped any of them.
    await client.query('DELETE FROM portal_newsroom.schema_definitions WHERE plugin = $1', [schema.plugin]);
  });
}

/**
 * Applies what is pending after Strapi's schema sync, in one transaction: changed functions, steps, changed triggers.
 * After a step every definition is applied again, since the step may have dropped it. With nothing pending no transaction is
 * opened, and no table but the records is read.
 *
 * @param client a connection in UTC, with Strapi's search path
 * @throws an Error that names the plugin, and the step or the definition; the database is then as it was
 */
export async function applyAfterSync(client: Client, schema: PluginSchema): Promise<void> {
  const { plugin } = schema;
  const steps = await pendingSteps(client, schema);
  const recorded = await recordedDefinitions(client, plugin);
  const current = new Set([...schema.functions, ...schema.triggers].map(checksum));
  const isRecorded = current.size === recorded.size && [...current].every((one) => recorded.has(one));
  if (steps.length === 0 && isRecorded) return;

  const isChanged = (definition: string) => steps.length > 0 || !recorded.has(checksum(definition));
  await inTransaction(client, async () => {
    if (schema.namespace) await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema.namespace}`);
    await client.query('SET LOCAL check_function_bodies = off');
    for (const one of schema.functions.filter(isChanged)) await applyDefinition(client, plugin, one);
    for (const step of steps) await applyStep(client, plugin, step);
    if (steps.length > 0) for (const one of schema.functions) await applyDefinition(client, plugin, one);
    for (const one of schema.triggers.filter(isChanged)) await applyDefinition(client, plugin, one);
    await client.query('DELETE FROM portal_newsroom.schema_definitions WHERE plugin = $1', [plugin]);
    await client.query('INSERT INTO portal_newsroom.schema_definitions SELECT $1, unnest($2::text[])', [
      plugin,
      [...current],
    ]);
  });
}

/** @throws when the database was made by a newer version, or a step was edited after it had run */
async function pendingSteps(client: Client, { plugin, steps }: PluginSchema): Promise<Step[]> {
  steps.forEach(({ number }, index) => {
    if (number !== index + 1) throw new Error(`Plugin ${plugin}: the steps are not numbered 1, 2, 3, …`);
  });
  const { rows: found } = await client.query(`SELECT to_regclass('portal_newsroom.schema_definitions') AS records`);
  if (!found[0].records) await client.query(CREATE_RECORDS);
  const { rows } = await client.query<{ number: number; checksum: string }>(
    'SELECT number, checksum FROM portal_newsroom.schema_steps WHERE plugin = $1',
    [plugin],
  );
  const applied = new Map(rows.map((row) => [row.number, row.checksum]));
  const newest = Math.max(0, ...applied.keys());
  if (newest > steps.length) {
    throw new Error(
      `Plugin ${plugin}: cơ sở dữ liệu đã ở bước SQL số ${newest}, bản đang chạy chỉ biết đến bước ${steps.length}. ` +
        'Hãy chạy phiên bản mới hơn, hoặc khôi phục bản sao lưu của phiên bản này.',
    );
  }
  const edited = steps.find(({ number, sql }) => applied.has(number) && applied.get(number) !== stepChecksum(sql));
  if (edited) {
    throw new Error(
      `Plugin ${plugin}: bước SQL số ${edited.number} đã bị sửa sau khi chạy trên cơ sở dữ liệu này. ` +
        'Một bước đã phát hành thì giữ nguyên; thay đổi mới là một bước mới.',
    );
  }
  return steps.filter(({ number }) => !applied.has(number));
}

async function recordedDefinitions(client: Client, plugin: string): Promise<Set<string>> {
  const { rows } = await client.query<{ checksum: string }>(
    'SELECT checksum FROM portal_newsroom.schema_definitions WHERE plugin = $1',
    [plugin],
  );
  return new Set(rows.map((row) => row.checksum));
}

async function applyStep(client: Client, plugin: string, { number, sql }: Step): Promise<void> {
  await client.query(sql).catch((cause: Error) => {
    throw refusal(`Plugin ${plugin}: bước SQL số ${number} không chạy được`, cause);
  });
  await client.query('INSERT INTO portal_newsroom.schema_steps (plugin, number, checksum) VALUES ($1, $2, $3)', [
    plugin,
    number,
    stepChecksum(sql),
  ]);
}

async function applyDefinition(client: Client, plugin: string, definition: string): Promise<void> {
  await client.query(definition).catch((cause: Error) => {
    throw refusal(`Plugin ${plugin}: không áp dụng được “${definition.trim().split('\n')[0]}”`, cause);
  });
}

const refusal = (what: string, cause: Error): Error =>
  new Error(`${what}, cơ sở dữ liệu vẫn như trước: ${cause.message}`, { cause });

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT}`);
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Indentation is not part of a step. */
const stepChecksum = (sql: string): string => checksum(sql.trim().replace(/\s+/g, ' '));
