import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { fileUsesSql } from '../../../../file-uses';
import { createReadPool } from '../../../../postgres/read-pool';
import { databaseConnection, databaseSchema } from '../../../../strapi-internals/database';
import { isPanelLogo, type StoredFile, uploadProviderName } from '../../../../strapi-internals/upload-provider';
import { FailureLog } from './failure-log';
import { presentAddress } from './former-addresses';

/**
 * The file or format that is stored at an address, and until when the public sees it, by `performance.now()`: null where
 * it does not now. Counted from the database's clock, since the nodes' own may be minutes apart. `path` is another
 * address where the file at the one that was asked for has been replaced.
 */
export type Found = { path: string; file: StoredFile & { provider: string }; shownUntil: number | null };

type Row = {
  path: string;
  url: string | null;
  hash: string;
  ext: string;
  mime: string;
  provider: string;
  metadata: StoredFile['provider_metadata'];
  formats: Record<string, StoredFile> | null;
  secondsShown: number | null;
  isPanelLogo: boolean;
};

/** As long as the contract's answers are served without a database (`stale-if-error`). */
const STALE_MINUTES = 10;
const MOST_KNOWN = 20_000;
const STATEMENT_TIMEOUT = 3_000;

/**
 * The file at an address, or at that which followed it when the file was replaced, and whether anything visible shows it now, in one statement over the database's clock:
 * files_stored_paths, then the indexes of the statements that the plugins registered. A path that no file has runs the
 * same statement over a file that nothing uses, so that its time tells nothing.
 */
const statement = (uses: string | null): string => `
  SELECT asked.path, stored.url, stored.hash, stored.ext, stored.mime, stored.provider, stored.provider_metadata AS metadata,
         stored.formats, ${isPanelLogo('asked.path')} AS "isPanelLogo",
         extract(epoch FROM shown.until - asked.now)::float8 AS "secondsShown"
    FROM (SELECT coalesce(${presentAddress('$1::text')}, $1::text) AS path, now() AT TIME ZONE 'UTC' AS now) asked
    LEFT JOIN files stored ON upload_guard.stored_paths(stored.url, stored.formats) @> ARRAY[asked.path]
    CROSS JOIN LATERAL (
      SELECT coalesce(stored.id, 0) AS id, coalesce(stored.document_id, '') AS document_id,
             coalesce(stored.url, asked.path) AS url, stored.formats AS formats
    ) file
    LEFT JOIN LATERAL (
      SELECT least(used.shown_until, '9999-01-01') AS until
        FROM (${uses ?? `SELECT 'infinity'::timestamp AS shown_until`}) used
       WHERE used.shown_until > asked.now
       LIMIT 1
    ) shown ON true
   ORDER BY shown.until DESC NULLS LAST
   LIMIT 1`;

export type ShownFiles = {
  /**
   * What is stored at an address. While the database cannot be read, what was last known of a file that was shown then,
   * for ten minutes and never past the instant at which the public ceases to see it. A failure is logged.
   *
   * @throws the error of the database for a file of which nothing is known
   */
  at(path: string): Promise<Found | null>;
  close(): Promise<void>;
};

/** Answers which stored files the public sees now, on a read pool of its own that is opened at first use. */
export function shownFiles(strapi: Core.Strapi, poolSize: number): ShownFiles {
  const known = new LRUCache<string, Found>({ max: MOST_KNOWN, ttl: STALE_MINUTES * 60_000 });
  let pool: Pool | undefined;
  let text: string | undefined;
  const log = new FailureLog(strapi, 'cannot read');

  return {
    async at(path) {
      const askedAt = performance.now();
      try {
        pool ??= createReadPool(
          { ...databaseConnection(strapi), max: poolSize },
          { statementTimeout: STATEMENT_TIMEOUT, schema: databaseSchema(strapi) },
        );
        text ??= statement(fileUsesSql(strapi));
        const { rows } = await pool.query<Row>({ name: 'upload-guard', text, values: [path] });
        log.succeeded();
        const found = rows[0] ? foundOf(strapi, rows[0], askedAt) : null;
        if (found && found.shownUntil !== null) known.set(path, found);
        else known.delete(path);
        return found;
      } catch (error) {
        log.failed(error);
        const last = known.get(path);
        if (last && last.shownUntil !== null && last.shownUntil > performance.now()) return last;
        throw error;
      }
    },

    close: async () => pool?.end(),
  };
}

function foundOf(strapi: Core.Strapi, row: Row, askedAt: number): Found | null {
  const { path, isPanelLogo: isLogo } = row;
  // Of a logo Strapi keeps no row.
  if (isLogo) return { path, file: { url: path, provider: uploadProviderName(strapi) }, shownUntil: Infinity };
  const { url, hash, ext, mime, provider, metadata, formats, secondsShown } = row;
  if (url === null) return null;
  const original = { url, hash, ext, mime, provider_metadata: metadata };
  const file = [original, ...Object.values(formats ?? {})].find((one) => one.url === path);
  const shownUntil = secondsShown === null ? null : askedAt + secondsShown * 1_000;
  return file ? { path, file: { ...file, provider }, shownUntil } : null;
}
