import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const SOURCE = path.resolve(__dirname, '../../src');

/** The tables of Strapi, and the link tables that it derives from our relations, that SQL in src names; their columns. */
const TABLES: Record<string, string[]> = {
  admin_users:
    'id firstname lastname username email password is_active registration_token reset_password_token reset_password_token_expires_at created_at'.split(
      ' ',
    ),
  strapi_sessions: ['user_id', 'origin'],
  i18n_locale: ['code'],
  files:
    'id document_id name url hash ext mime size width height alternative_text caption formats provider provider_metadata folder_path created_by_id agency'.split(
      ' ',
    ),
  upload_folders: ['created_by_id', 'agency'],
  files_related_mph: ['file_id', 'related_id', 'related_type', 'field', 'order'],
  articles_agencies_lnk: ['article_id', 'agency_id'],
  articles_officials_lnk: ['article_id', 'official_id'],
  pins_article_lnk: ['pin_id', 'article_id'],
};

/** Made by a step of our own for databases of release 0.1.0, where Strapi had created them in another schema. */
const DROPPED = new Set(['strapi_migrations', 'strapi_migrations_internal', 'strapi_database_schema']);

/** A name that Strapi gives a table, after a keyword of SQL; not the name of a schema, which a dot follows. */
const NAMED =
  /\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ON)\s+((?:strapi|admin|i18n|up|upload|files)_\w+(?!\.|\w)|files|\w+_(?:lnk|mph|cmps))\b/g;

describe('the tables of Strapi that SQL names', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it.each(Object.entries(TABLES))('%s has its columns', async (table, columns) => {
    const rows = await newsroom.sql(
      'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
      [table],
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(columns));
  });

  it('are all in this list', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      // Each topic of strapi-internals has a test of its own.
      (file) => /(?<!\.test)\.ts$/.test(file) && !file.startsWith('strapi-internals'),
    );
    const named = files.flatMap((file) =>
      [...readFileSync(path.join(SOURCE, file), 'utf8').matchAll(NAMED)].map(([, table]) => table!),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((table) => !(table in TABLES) && !DROPPED.has(table))).toEqual([]);
  });
});
