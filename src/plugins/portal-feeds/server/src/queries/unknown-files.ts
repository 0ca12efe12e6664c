import type { Core } from '@strapi/strapi';

/** Of paths of stored files (`/uploads/…`) those that no file has, as itself or in a smaller format. */
export async function unknownFiles(strapi: Core.Strapi, paths: string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const statement = `
    SELECT asked.path FROM unnest(?::text[]) asked(path)
      WHERE NOT EXISTS (
        SELECT FROM files file WHERE file.url = asked.path OR (
          jsonb_typeof(file.formats) = 'object'
          AND EXISTS (SELECT FROM jsonb_each(file.formats) size WHERE size.value ->> 'url' = asked.path)))`;
  // A call within a transaction must not wait for a second connection.
  const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(statement, [paths]));
  return rows.map(({ path }: { path: string }) => path);
}
