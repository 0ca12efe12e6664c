import type { Core } from '@strapi/strapi';

/** Where some content types use files: what the plugin that owns these types tells of them. */
export type FileUses = {
  /** The content types whose uses the statement covers. */
  types: readonly string[];
  /**
   * A SELECT over a row `file` of the outer statement (`id`, `document_id`, `url`, `formats`), with a row for each place
   * that uses the file: `type`, `document_id`, `locale`, `title` (all text), `is_published` (boolean), `is_visible`
   * (boolean: whether the public sees the document there now, and so this title), `shown_until` (timestamp, UTC; null
   * unless the public sees the file there now).
   */
  sql: string;
  /**
   * Puts present addresses in the place of former ones, by paths (`/uploads/NAME`), wherever these types keep addresses
   * of files, in a transaction of its caller's. Without it they keep none.
   */
  follow?(trx: Transaction, moved: ReadonlyMap<string, string>): Promise<void>;
};

type Transaction = Pick<Core.Strapi['db']['connection'], 'raw'>;

/** The addresses of the file in the row `file`, of the original and of its smaller formats, as `text[]`. */
export const FILE_ADDRESSES = `ARRAY(SELECT file.url UNION ALL SELECT size.value ->> 'url' FROM jsonb_each(
  CASE WHEN jsonb_typeof(file.formats) = 'object' THEN file.formats ELSE '{}' END) size)`;

/** In Strapi's container, since every packed plugin has a copy of this file. */
const REGISTERED = 'portal-newsroom.file-uses';

type Container = {
  has(name: string): boolean;
  add(name: string, value: object): void;
  get(name: string): { uses: FileUses[] };
};

/** Tells the other plugins where this plugin's content types use files. To be called in `register`. */
export function registerFileUses(strapi: Core.Strapi, uses: FileUses): void {
  const container = strapi as unknown as Container;
  if (!container.has(REGISTERED)) container.add(REGISTERED, { uses: [] });
  container.get(REGISTERED).uses.push(uses);
}

/**
 * One SELECT with the columns of `FileUses.sql` for all content types; null where no plugin registered any. A type that
 * none registered keeps Strapi's own rule, by which a stored file is public.
 */
export function fileUsesSql(strapi: Core.Strapi): string | null {
  const container = strapi as unknown as Container;
  if (!container.has(REGISTERED)) return null;
  const { uses } = container.get(REGISTERED);
  const types = uses.flatMap((one) => one.types).map((type) => `'${type}'`);
  const others = `
    SELECT link.related_type AS type, NULL::text AS document_id, NULL::text AS locale, NULL::text AS title,
           true AS is_published, false AS is_visible, 'infinity'::timestamp AS shown_until
      FROM files_related_mph link
     WHERE link.file_id = file.id AND link.related_type NOT IN (${types.join(', ')})`;
  return [...uses.map(({ sql }) => sql), others].join('\n    UNION ALL\n');
}

/** Has all that plugins registered follow files to other addresses, see `FileUses.follow`. */
export async function followMovedFiles(
  strapi: Core.Strapi,
  trx: Transaction,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const container = strapi as unknown as Container;
  if (!container.has(REGISTERED) || moved.size === 0) return;
  for (const { follow } of container.get(REGISTERED).uses) await follow?.(trx, moved);
}
