import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';

const name = z.string().min(1).max(255);

/** Columns of a widget of the first page, of twelve. */
const WIDTHS = [4, 6, 8, 12];

/** What routes of Strapi fail without, and do not check, by method and path. */
const BODIES: Record<string, z.ZodType> = {
  'POST /admin/permissions/check': z.object({
    permissions: z.array(z.object({ action: name, subject: name.nullish(), field: name.nullish() })).max(1000),
  }),
  'POST /email/test': z.object({ to: z.email().max(255) }),
  'PUT /admin/homepage/layout': z.strictObject({
    version: z.int().min(1).optional(),
    widgets: z.array(z.strictObject({ uid: name, width: z.literal(WIDTHS).optional() })).max(100),
    updatedAt: z.iso.datetime().optional(),
  }),
};

/** The policy of routes of Strapi that answer 500 to a body of another shape. */
export const wellFormedBody = (ctx: Context, { address }: { address: string }) => {
  const parsed = BODIES[address]!.safeParse((ctx.request as { body?: unknown }).body);
  if (parsed.success) return true;
  const [issue] = parsed.error.issues;
  throw new errors.ValidationError(`${issue!.path.join('.') || 'Nội dung'}: thiếu hoặc không đúng kiểu`);
};
