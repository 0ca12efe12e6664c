import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';

const LONGEST_LIST = 1_000_000;

const body = z.strictObject({
  csv: z.string().max(LONGEST_LIST, `Danh sách quá dài: nhiều nhất ${LONGEST_LIST.toLocaleString('vi')} ký tự`),
});

/** Invitations of many users, for roles with the permission to make users. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /publishing-desk/invitations: csv. Refused lines are in the `details` of a 400; then nobody is invited. */
  async create(ctx: Context) {
    const request = body.safeParse((ctx.request as { body?: unknown }).body);
    if (!request.success) throw new errors.ValidationError(z.prettifyError(request.error));
    const invitations = strapi.plugin('publishing-desk').service('invitations');
    const { invited, refused } = await invitations.fromCsv(request.data.csv);
    if (refused.length > 0) throw new errors.ApplicationError('desk.lines-refused', { refused });
    ctx.status = 201;
    // A link signs in the person who has it.
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: invited };
  },
});
