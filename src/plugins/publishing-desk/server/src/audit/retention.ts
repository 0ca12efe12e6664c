import type { Core } from '@strapi/strapi';
import type { Options } from '../config';

const DAY_MS = 86_400_000;

/**
 * Deletes versions and audit rows older than the options say, and the versions of what was deleted before the time for
 * which it can be restored, now and once a day. Safe on every node: repeated
 * runs delete nothing more.
 *
 * @returns the function that stops it
 */
export function dropExpiredDaily(strapi: Core.Strapi, { history, trash }: Options): () => void {
  const drop = () =>
    strapi.db.connection
      .raw(
        `SELECT desk.drop_deleted_before(now() AT TIME ZONE 'UTC' - make_interval(days => ?)),
                desk.drop_versions_before(now() AT TIME ZONE 'UTC'
                  - greatest(make_interval(months => ?), make_interval(days => ?))),
                desk.drop_audit_before(now() AT TIME ZONE 'UTC' - make_interval(months => ?))`,
        [trash.days, history.versionMonths, trash.days, history.auditMonths],
      )
      .then(undefined, (error: unknown) =>
        strapi.log.error(`publishing-desk: retention of the audit failed: ${String(error)}`),
      );
  void drop();
  const timer = setInterval(drop, DAY_MS).unref();
  return () => clearInterval(timer);
}
