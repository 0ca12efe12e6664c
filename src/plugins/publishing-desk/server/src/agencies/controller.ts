import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { assignAgency } from './assign-agency';
import { currentAgencies } from './current-agencies';
import { usersWithAgencies } from './user-agencies';

const assignment = z.object({
  params: z.object({ id: z.coerce.number().int().positive() }),
  body: z.strictObject({ agency: z.string().min(1).nullable() }),
});

/** Which agency each user belongs to, for roles with the permission to assign them. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/user-agencies */
  async list(ctx: Context) {
    ctx.body = { data: await usersWithAgencies(strapi) };
  },

  /** GET /publishing-desk/agencies: those that a user can belong to */
  async choices(ctx: Context) {
    ctx.body = { data: await currentAgencies(strapi) };
  },

  /** PUT /publishing-desk/user-agencies/{id}: agency, a document id or null */
  async assign(ctx: Context) {
    const request = assignment.safeParse({ params: ctx.params, body: (ctx.request as { body?: unknown }).body });
    if (!request.success) throw new errors.ValidationError(z.prettifyError(request.error));
    const { params, body } = request.data;
    await assignAgency(strapi, params.id, body.agency);
    ctx.status = 204;
  },
});
