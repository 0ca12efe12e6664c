import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { environment, recordedAt } from './fixtures/releases/settings.json';
import { startNewsroom, TEMPLATE, type Newsroom } from './helpers/newsroom';
import { NewsroomProcess, root, script } from './helpers/newsroom-process';

const RELEASE = '0.1.0';

/** Tables that have had another name since. */
const RENAMED: Readonly<Record<string, string>> = { 'newsroom.articles_under': 'newsroom.article_listing' };

/** Strapi's own records, which follow the code: its schema, its settings, and the permissions of the roles. */
const OF_STRAPI = /^public\.(strapi_|admin_permissions)/;

const SCHEMAS = `('public', 'newsroom', 'directory', 'desk', 'portal_feeds', 'portal_newsroom', 'public_record', 'portal_search')`;

/** Each object of our schemas with its definition. What an extension brings along is not listed. */
const CATALOGUE = `
  SELECT 'column ' || attrelid::regclass || '.' || attname AS object,
         concat_ws(' ', format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NOT NULL' END, attgenerated,
           attidentity, pg_get_expr(adbin, adrelid)) AS definition
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE relnamespace::regnamespace::text IN ${SCHEMAS} AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT 'index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace::regnamespace::text IN ${SCHEMAS}
  UNION ALL
  SELECT 'constraint ' || conname || ' of ' || conrelid::regclass, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace::regnamespace::text IN ${SCHEMAS} AND conrelid <> 0
  UNION ALL
  SELECT 'trigger ' || tgname || ' of ' || tgrelid::regclass, tgenabled::text || ' ' || pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'function ' || oid::regprocedure, pg_get_functiondef(oid)
    FROM pg_proc
   WHERE pronamespace::regnamespace::text IN ${SCHEMAS}
     AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  ORDER BY 1, 2`;

type Answer = { path: string; status: number; location: string | null; type: string | null; body: string };

/** Fields that the contract has gained since, by the changelog. */
const ADDED: ReadonlySet<unknown> = new Set([
  ...['focalPoint', 'licence', 'filters', 'cites', 'directive', 'programme'],
  ...['/directives', '/directives/{slug}', 'Directive', 'DirectiveAnswer', 'DirectiveInList', 'DirectivesAnswer'],
  ...['/programmes', '/programmes/{slug}', 'Programme', 'ProgrammeAnswer', 'ProgrammeInList', 'ProgrammesAnswer'],
  ...['/procedure-progress', 'ProcedureProgressAnswer', 'ProcedureProgressRow'],
  ...['/procedure-progress.csv', '/document-exchange.csv', '/catalog.jsonld'],
  ...['/document-exchange', 'DocumentExchangeAnswer', 'DocumentExchangeRow'],
  ...['/search', '/search/suggest', 'SearchHit', 'SearchResultsAnswer', 'SearchSuggestionsAnswer'],
]);

/** Roles that the desk has gained since. */
const ADDED_ROLES = /"code":"desk-statistician"/;

/** What RSS has gained since. */
const ADDED_TO_RSS = / xmlns:media="[^"]*"|<media:credit>[^<]*<\/media:credit>|<description>[^<]*<\/description>/g;

/** A feed's own time, which counts what left the feed without an announcement since. */
const OWN_TIME = /<lastBuildDate>[^<]*<\/lastBuildDate>|(?<=\/>)<updated>[^<]*<\/updated>/g;

/** What was corrected, at the beginning of a feed's entry, since. */
const CORRECTIONS = /(?:<p>|&lt;p&gt;)(?:Đính chính|Correction), .*?(?:<\/p>|&lt;\/p&gt;)(?:\\n|\n)/g;

/** Slugs that were left before the release was recorded. As filters they listed nothing; since, what the present ones do. */
const PRESENT_SLUGS: Readonly<Record<string, string>> = {
  tin: 'tin-tuc-su-kien',
  'so-ke-hoach': 'so-ke-hoach-va-dau-tu',
  'le-thi-thin-cu': 'le-thi-thin',
};

const withPresentSlugs = (path: string): string =>
  path.replace(/(?<=[?&](?:category|agency|mentions|official)=)[^&]+/g, (slug) => PRESENT_SLUGS[slug] ?? slug);

/** A list that got another slug leads on to it since, and one that is gone says so. */
function withoutFormerAddresses(path: unknown): void {
  const { responses } = (path as { get: { responses: Record<string, unknown> } }).get;
  for (const status of ['301', '410']) delete responses[status];
}

/** A cursor has one more since, where filters name something. Recorded cursors are asked for below, and accepted. */
const SIGNATURES = /(?<="nextCursor":"[^".]+)\.[^"]+/;

/** Texts for people, and what concerns no answer. */
const SAID_IN_OPENAPI: ReadonlySet<string> = new Set([
  'contact',
  'description',
  'license',
  'propertyNames',
  'security',
]);

const withoutAddedNames = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((item) => !ADDED.has(item)) : value;

/** A value or null, as it is said since; it means the same. */
function withPlainNull(schema: unknown): unknown {
  const { anyOf: [value, none] = [] } = (schema ?? {}) as { anyOf?: { type?: string }[] };
  if (!value || none?.type !== 'null') return schema;
  return value.type ? { ...value, type: [value.type, 'null'] } : { oneOf: [value, none] };
}

/** An answer, the OpenAPI document or a feed without those; any other body, and any other byte, as it is. */
function withoutAdded(given: string): string {
  // Headings got ids, JSON-LD the agency as author where nobody is named, and addresses the portal's host.
  const body = given
    .replace(CORRECTIONS, '')
    .replace(OWN_TIME, '')
    .replace(/(<h[2-4]) id=\\"[a-z0-9-]+\\"/g, '$1')
    .replace(/"author":\{"@type":"GovernmentOrganization","name":"(?:[^"\\]|\\.)*"\},/g, '')
    .replace(/( href=\\"|"legacyUrl":")\//g, `$1${environment.PORTAL_URL}/`);
  if (!body.startsWith('{')) return body.replace(ADDED_TO_RSS, '');
  const isOpenApi = body.startsWith('{"openapi":');
  return JSON.stringify(
    JSON.parse(body, (key, value: unknown) => {
      if (ADDED.has(key)) return undefined;
      // Texts of the OpenAPI document are for people.
      if (isOpenApi && SAID_IN_OPENAPI.has(key)) return undefined;
      if (key === '/latest-news/{slug}') withoutFormerAddresses(value);
      // An address may be one of a list of latest news.
      if (key === 'enum' && Array.isArray(value))
        return value.filter((item) => item !== 'collection' && !ADDED.has(item));
      return isOpenApi ? withPlainNull(withoutAddedNames(value)) : withoutAddedNames(value);
    }),
  );
}

describe(`a database of release ${RELEASE}`, () => {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = (what: string) => `upgrade_${what}_${randomBytes(6).toString('hex')}`;
  const [released, fresh, shared] = [name('released'), name('fresh'), name('shared')];
  let admin: Client;
  let newsroom: Newsroom;

  const urlOf = (database: string) => {
    const url = new URL(server);
    url.pathname = database;
    return url.href;
  };
  async function onDatabase<Result>(database: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client({
      connectionString: urlOf(database),
      options: '-c TimeZone=UTC -c search_path=pg_catalog',
    });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  beforeAll(async () => {
    admin = new Client({ connectionString: server });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${released} TEMPLATE template0`);
    const dump = await fs.readFile(path.join(root, `tests/fixtures/releases/${RELEASE}.sql`), 'utf8');
    await onDatabase(released, (client) => client.query(dump));
    newsroom = await startNewsroom(undefined, { template: released, environment });
  });
  afterAll(async () => {
    await newsroom?.stop();
    await NewsroomProcess.endAll();
    for (const database of [released, fresh, shared]) {
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    }
    await admin.end();
  });

  it('answers as that release did', async () => {
    await newsroom.sql(`CREATE OR REPLACE FUNCTION newsroom.clock() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
      RETURN timestamptz '${recordedAt}' AT TIME ZONE 'UTC'`);
    const recorded = (await newsroom.sql('SELECT * FROM fixture.answers ORDER BY path')) as Answer[];
    expect(recorded.length).toBeGreaterThan(300);
    const known = new Map(recorded.map((answer) => [answer.path, answer]));
    for (const { path: asked } of recorded) {
      const expected = known.get(withPresentSlugs(asked))!;
      const body = (text: string) => withoutAdded(text).replace(SIGNATURES, '');
      const answer = await fetch(newsroom.url + asked, { redirect: 'manual' });
      expect({
        asked,
        path: expected.path,
        status: answer.status,
        location: answer.headers.get('location'),
        type: answer.headers.get('content-type'),
        body: body(await answer.text()),
      }).toEqual({ asked, ...expected, body: body(expected.body) });
    }
  });

  it('keeps every row', async () => {
    const before = await onDatabase(released, (client) => rowsOf(client));
    expect(before.size).toBeGreaterThan(40);
    for (const [table, { columns, rows }] of before) {
      const found = await newsroom.sql(textOfRows(RENAMED[table] ?? table, columns));
      const kept = found.map(({ row }) => withoutRenamingTime(row as string)).filter((row) => !ADDED_ROLES.test(row));
      expect([table, kept]).toEqual([
        table,
        rows.map(withHashedLinks).map(withRenamedLanguage).map(withoutRenamingTime),
      ]);
    }
  });

  it('has what a fresh database has', async () => {
    await admin.query(`CREATE DATABASE ${fresh} TEMPLATE ${TEMPLATE}`);
    // The clock is stopped by the test above.
    const catalogueOf = async (client: Client) =>
      (await client.query<{ object: string; definition: string }>(CATALOGUE)).rows
        .filter(({ object }) => object !== 'function newsroom.clock()')
        .map(({ object, definition }) => `${object}: ${definition}`);
    const upgraded = await onDatabase(new URL(process.env.DATABASE_URL ?? '').pathname.slice(1), catalogueOf);
    expect(upgraded.length).toBeGreaterThan(500);
    expect(upgraded).toEqual(await onDatabase(fresh, catalogueOf));
  });

  it('is upgraded once by two nodes that boot together', async () => {
    await admin.query(`CREATE DATABASE ${shared} TEMPLATE ${released}`);
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'upgrade-'));
    const settings = { ...process.env, DATABASE_URL: urlOf(shared), DATA_DIR: folder, LOG_LEVEL: 'warn' } as never;
    const nodes = [1, 2].map(() => new NewsroomProcess(script('lib/testing/boot-once.mjs'), settings));
    const ends = await Promise.all(nodes.map(({ exited }) => exited));
    expect([ends.map(({ code }) => code), nodes.map(({ output }) => output)]).toEqual([[0, 0], expect.anything()]);
    const waited = nodes.filter(({ output }) => output.includes('Đang chờ một tiến trình khác khởi động xong.'));
    expect(waited).toHaveLength(1);
    await fs.rm(folder, { recursive: true });
  });
});

/** Links of invitations and forgotten passwords are stored as hashes since 0.2.0. */
const withHashedLinks = (row: string): string =>
  row.replace(/(?<="(?:registration|reset_password)_token":")[^"]+/, (token) => {
    return `sha256:${createHash('sha256').update(token).digest('hex')}`;
  });

/** The Vietnamese language has a Vietnamese name since 0.2.0. */
const withRenamedLanguage = (row: string): string =>
  row.replace('"name":"Vietnamese (vi)"', '"name":"Tiếng Việt (vi)"');
const withoutRenamingTime = (row: string): string =>
  row.replace(/(?<="name":"Tiếng Việt \(vi\)".*"updated_at":)"[^"]+"/, 'null');

/** The rows of every table that is not Strapi's own, as text in one order. */
async function rowsOf(client: Client) {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `SELECT relnamespace::regnamespace || '.' || relname AS name, array_agg(quote_ident(attname) ORDER BY attnum) AS columns
       FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
      WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ${SCHEMAS} GROUP BY 1 ORDER BY 1`,
  );
  const found = new Map<string, { columns: string[]; rows: string[] }>();
  for (const { name, columns } of tables.filter((table) => !OF_STRAPI.test(table.name))) {
    const { rows } = await client.query<{ row: string }>(textOfRows(name, columns));
    found.set(name, { columns, rows: rows.map(({ row }) => row) });
  }
  return found;
}

const textOfRows = (table: string, columns: readonly string[]): string =>
  `SELECT row_to_json(one)::text AS row FROM (SELECT ${columns.join(', ')} FROM ${table}) one ORDER BY 1`;
