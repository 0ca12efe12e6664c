import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Ability } from '../../../../../strapi-internals/permissions';
import type { Options } from '../config';
import { ERASE } from '../roles/role-definitions';
import { readableTypes, trashEntries } from './entries';
import { eraseDeleted } from './erase';
import { restoreDeleted } from './restore';

const id = z
  .string()
  .regex(/^\d{1,9}$/, 'cần số của một lần xóa')
  .transform(Number);
const listing = z.object({
  type: z.string().optional(),
  title: z.string().max(500).optional(),
  before: id.optional(),
});
const restoring = z.strictObject({ slug: z.string().max(255).optional(), legacyUrl: z.null().optional() });
const erasing = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

/** What was deleted and is kept for a time: of those who could read it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/trash?type=&title=&before= */
  async list(ctx: Context) {
    const ability = abilityOf(ctx);
    const { entries, next } = await trashEntries(strapi, ability, parse(listing, ctx.query));
    const types = readableTypes(strapi, ability).map((uid) => ({
      uid,
      name: strapi.contentType(uid as UID.ContentType).info.displayName,
    }));
    const { days } = strapi.config.get<Options>('plugin::publishing-desk').trash;
    ctx.body = { data: { entries, next, types, days, mayErase: ability.can(ERASE) } };
  },

  /** POST /publishing-desk/trash/{id}/restore: what replaces that which others have now, `slug`, `legacyUrl: null` */
  async restore(ctx: Context) {
    const deletion = parse(z.object({ id }), ctx.params).id;
    const replaced = parse(restoring, (ctx.request as { body?: unknown }).body ?? {});
    ctx.body = { data: await restoreDeleted(strapi, abilityOf(ctx), deletion, replaced) };
  },

  /** POST /publishing-desk/trash/{id}/erase: reason */
  async erase(ctx: Context) {
    const deletion = parse(z.object({ id }), ctx.params).id;
    const { reason } = parse(erasing, (ctx.request as { body?: unknown }).body);
    await eraseDeleted(strapi, abilityOf(ctx), deletion, reason);
    ctx.status = 204;
  },
});

const abilityOf = (ctx: Context): Ability => (ctx.state as { userAbility: Ability }).userAbility;

/** @throws ValidationError (400) that names the first field that is not accepted */
function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (!result.success) throw new errors.ValidationError(z.prettifyError(result.error));
  return result.data;
}
