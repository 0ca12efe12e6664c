import type { Core } from '@strapi/strapi';
import type { Options } from '../config';

const DAY_MS = 86_400_000;

/**
 * Drops versions and audit rows that are older than the settings, now and every day. Each node may: what one has
 * dropped the next does not find.
 *
 * @returns what stops it
 */
export function dropExpiredDaily(strapi: Core.Strapi, { versionMonths, auditMonths }: Options['history']): () => void {
  const drop = () =>
    strapi.db.connection
      .raw(
        `SELECT desk.drop_versions_before(now() AT TIME ZONE 'UTC' - make_interval(months => ?)),
                desk.drop_audit_before(now() AT TIME ZONE 'UTC' - make_interval(months => ?))`,
        [versionMonths, auditMonths],
      )
      .then(undefined, (error: unknown) => strapi.log.error(`the desk cannot drop what is old: ${String(error)}`));
  void drop();
  const timer = setInterval(drop, DAY_MS).unref();
  return () => clearInterval(timer);
}
