import type { Core } from '@strapi/strapi';

/** Of Strapi's own, or its connection. */
export type Transaction = Pick<Core.Strapi['db']['connection'], 'raw'>;

/** A row of `files`, as far as it tells addresses. */
export type Addresses = { url: string; formats: Record<string, { url: string }> | null };

/** Addresses before and after a replacement, as paths (`/uploads/NAME`). */
export type MovedAddresses = ReadonlyMap<string, string>;

const present = "coalesce(file.formats -> former.format ->> 'url', file.url)";

/** SQL: where the file at a path is since it was replaced; null for a path that no file has left. */
export const presentAddress = (path: string): string => `(
  SELECT ${present}
    FROM upload_guard.former_addresses former JOIN files file ON file.id = former.file_id
   WHERE former.path = ${path})`;

const isHere = (address: string): boolean => address.startsWith('/uploads/');

/**
 * Records the addresses that a file and its smaller formats have left; what was a format that the new file has not leads
 * to the file itself.
 *
 * @returns each of them with that which follows it
 */
export async function recordFormerAddresses(
  trx: Transaction,
  fileId: number,
  before: Addresses,
  after: Addresses,
): Promise<MovedAddresses> {
  const moved = new Map<string, string>();
  const left: [string | null, string][] = [[null, before.url]];
  for (const [format, { url }] of Object.entries(before.formats ?? {})) left.push([format, url]);
  for (const [format, path] of left) {
    const next = (format && after.formats?.[format]?.url) || after.url;
    if (!isHere(path) || path === next) continue;
    await trx.raw('INSERT INTO upload_guard.former_addresses (path, file_id, format) VALUES (?, ?, ?)', [
      path,
      fileId,
      format,
    ]);
    moved.set(path, next);
  }
  return moved;
}

/**
 * Which of these paths stored files have left by a replacement, and where they are now. Until the transaction ends, none
 * of the files that are at these paths is replaced: what is written under them follows its next replacement.
 */
export async function movedAddresses(trx: Transaction, paths: readonly string[]): Promise<MovedAddresses> {
  if (paths.length === 0) return new Map();
  await trx.raw('SELECT FROM files WHERE upload_guard.stored_paths(url, formats) && ?::text[] ORDER BY id FOR SHARE', [
    [...paths],
  ]);
  const { rows } = await trx.raw<{ rows: { path: string; present: string }[] }>(
    `SELECT former.path, ${present} AS present
       FROM upload_guard.former_addresses former JOIN files file ON file.id = former.file_id
      WHERE former.path = ANY(?)`,
    [[...paths]],
  );
  return new Map(rows.map((row) => [row.path, row.present]));
}
