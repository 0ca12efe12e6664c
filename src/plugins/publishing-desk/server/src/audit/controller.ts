import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { isCivilDay, startOfPortalDay } from '../../../../../vietnamese';
import { auditPage } from './queries';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '9998-12-31';
const DAY_MS = 86_400_000;

/** The export of the audit, for roles with the permission to read it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/audit.jsonl?from=&to=: JSON Lines, oldest first; days in the portal's zone, both included. */
  export(ctx: Context) {
    const { from = FIRST_DAY, to = LAST_DAY } = ctx.query as { from?: string; to?: string };
    for (const [name, day] of Object.entries({ from, to })) {
      if (typeof day !== 'string' || !isCivilDay(day)) {
        throw new errors.ValidationError(`Tham số ${name} không đúng: cần ngày có thật, viết YYYY-MM-DD.`);
      }
    }
    const [start, lastDay] = [startOfPortalDay(from), startOfPortalDay(to)];
    ctx.type = 'application/jsonl; charset=utf-8';
    ctx.set('Cache-Control', 'no-store');
    ctx.set('Content-Disposition', `attachment; filename="nhat-ky.jsonl"`);
    ctx.body = Readable.from(lines(strapi, start, new Date(lastDay.getTime() + DAY_MS)));
  },
});

async function* lines(strapi: Core.Strapi, start: Date, end: Date): AsyncGenerator<string> {
  let after = '0';
  for (;;) {
    const binds = [after, start.toISOString(), end.toISOString()];
    const { rows } = await strapi.db.connection.raw<{ rows: { lastId: string; line: string }[] }>(auditPage, binds);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ line }) => `${line}\n`).join('');
    after = last.lastId;
  }
}
