import type { PluginSchema } from '../../../../postgres/versioned-schema';

/** The addresses of each stored file, of its original and its smaller formats, indexed. */
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
  ],
  triggers: [],
};
