import { errors } from '@strapi/utils';
import type { Middleware } from 'koa';
import { z } from 'zod';
import { writableText } from '../../../../../vietnamese';

/** Text that PostgreSQL stores as it is: no NUL, no half of a character. */
const text = (longest: number) =>
  z
    .string('cần một chuỗi ký tự')
    .min(1, 'không được để trống')
    .max(longest, `dài quá ${longest} ký tự`)
    .refine((value) => value === writableText(value), 'có ký tự không dùng được');

const device = {
  deviceId: z.uuid('không đúng').optional(),
  rememberMe: z.boolean('cần true hoặc false').optional(),
};
const profile = { firstname: text(255), lastname: text(255).or(z.literal('')).nullish() };
/** As Strapi stores and accepts it; it refuses capitals, which phones begin a field with. */
const emailAddress = text(255)
  .transform((value) => value.toLowerCase())
  .pipe(z.string().regex(z.regexes.html5Email, 'không đúng dạng'));
// Longer than bcrypt reads; Strapi's own rules for a new password come after these.
const password = text(1000);

/** What the routes before a sign-in accept, and nothing else. */
export const SIGN_IN = z.strictObject({ email: text(255), password, ...device });
export const REGISTER_FIRST = z.strictObject({ email: text(255), password, ...profile, ...device });
export const REGISTER = z.strictObject({
  registrationToken: text(255),
  userInfo: z.strictObject({ ...profile, password }),
  ...device,
});
export const FORGOT_PASSWORD = z.strictObject({ email: emailAddress });
export const RESET_PASSWORD = z.strictObject({ resetPasswordToken: text(255), password });
export const REGISTRATION_INFO = z.strictObject({ registrationToken: text(255) });

/**
 * Accepts a JSON body of this schema only. A 400 names each field that does not fit, and what it accepts, and repeats no
 * value: Strapi's own would repeat passwords.
 */
export const jsonBody =
  (schema: z.ZodType): Middleware =>
  async (ctx, next) => {
    if (!ctx.is('application/json')) throw new errors.ValidationError('Nội dung yêu cầu phải là JSON.');
    const request = ctx.request as { body?: unknown };
    request.body = parse(schema, request.body);
    try {
      await next();
    } catch (error) {
      if (error instanceof errors.ValidationError) dropValues(error.details);
      throw error;
    }
  };

function dropValues(details: unknown): void {
  const { errors: problems = [] } = details as { errors?: { value?: unknown }[] };
  for (const problem of problems) delete problem.value;
}

/** Accepts a query string of this schema only, likewise. */
export const queryString =
  (schema: z.ZodType): Middleware =>
  (ctx, next) => {
    parse(schema, { ...ctx.request.query });
    return next();
  };

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? [unknownField(issue.path, issue.keys[0] ?? '')]
      : [{ path: issue.path, message: issue.code === 'invalid_type' ? 'thiếu hoặc không đúng kiểu' : issue.message }],
  );
  const details = problems.map(({ path, message }) => ({ path, message, name: 'ValidationError' }));
  const message = problems.map((one) => `${one.path.join('.') || 'Nội dung'}: ${one.message}`).join('; ');
  throw new errors.ValidationError(message, { errors: details });
}

/** A name that may be repeated to the caller: no markup, nothing invisible. */
const REPEATABLE = /^[\w.[\]$-]{1,60}$/;

const unknownField = (path: PropertyKey[], name: string) =>
  REPEATABLE.test(name)
    ? { path: [...path, name], message: 'không có trường này' }
    : { path, message: 'có một trường không được nhận' };
