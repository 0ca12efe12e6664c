import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';

const list = z.strictObject({ csv: z.string().max(1_000_000) });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /publishing-desk/invitations: csv. Refused lines are in the `details` of a 400, and nobody is invited then. */
  async create(ctx: Context) {
    const asked = list.safeParse((ctx.request as { body?: unknown }).body);
    if (!asked.success) throw new errors.ValidationError(z.prettifyError(asked.error));
    const { invited, refused } = await strapi.plugin('publishing-desk').service('invitations').fromCsv(asked.data.csv);
    if (refused.length > 0) throw new errors.ApplicationError('desk.lines-refused', { refused });
    ctx.status = 201;
    // Whoever has a link is the person whom it invites.
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: invited };
  },
});
