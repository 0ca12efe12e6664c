import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { currentAgencies } from './current-agencies';
import { usersWithAgencies } from './user-agencies';
import { assignAgency } from './assign-agency';

const assignment = z.object({
  params: z.object({ id: z.coerce.number().int().positive() }),
  body: z.strictObject({ agency: z.string().min(1).nullable() }),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    ctx.body = { data: await usersWithAgencies(strapi) };
  },

  /** GET /publishing-desk/agencies: those that a user can be of. */
  async choices(ctx: Context) {
    ctx.body = { data: await currentAgencies(strapi) };
  },

  async assign(ctx: Context) {
    const asked = assignment.safeParse({ params: ctx.params, body: (ctx.request as { body?: unknown }).body });
    if (!asked.success) throw new errors.ValidationError(z.prettifyError(asked.error));
    const { params, body } = asked.data;
    await assignAgency(strapi, params.id, body.agency);
    ctx.status = 204;
  },
});
