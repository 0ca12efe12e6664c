import type { PluginSchema } from '../../../../postgres/versioned-schema';

/** The addresses of each stored file, of its original and its smaller formats, indexed; and those that it left. */
export const schema: PluginSchema = {
  plugin: 'upload-guard',
  namespace: 'upload_guard',
  functions: [
    `CREATE OR REPLACE FUNCTION upload_guard.stored_paths(url text, formats jsonb) RETURNS text[]
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN ARRAY(SELECT url UNION ALL SELECT size.value ->> 'url' FROM jsonb_each(
     CASE WHEN jsonb_typeof(formats) = 'object' THEN formats ELSE '{}' END) size)`,
  ],
  steps: [
    {
      number: 1,
      phase: 'after-sync',
      sql: 'CREATE INDEX IF NOT EXISTS files_stored_paths ON files USING gin (upload_guard.stored_paths(url, formats))',
    },
    {
      number: 2,
      phase: 'after-sync',
      sql: `
        CREATE TABLE upload_guard.former_addresses (
          path text PRIMARY KEY,
          file_id integer NOT NULL REFERENCES files ON DELETE CASCADE,
          -- The name of the smaller format; null for the file itself.
          format text
        );
        CREATE INDEX former_addresses_of_file ON upload_guard.former_addresses (file_id)`,
    },
  ],
  triggers: [],
};
