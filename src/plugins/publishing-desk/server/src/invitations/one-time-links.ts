import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Middleware } from 'koa';
import type { Options } from '../config';
import type { AttemptLimits } from '../sign-in/limits';
import { HASHED } from './schema';

type Tokens = { registrationToken?: unknown; resetPasswordToken?: unknown };
type Event = { params: { data?: Tokens }; state: Tokens; result?: Tokens };

/** 40 random digits need no salt, and equal hashes are how an account is found. */
const hashed = (token: string): string => HASHED + createHash('sha256').update(token).digest('hex');

/**
 * Stores the hash of the token in a link that invites a person or sets another password: a copy of the database opens
 * no account. The caller that creates an account gets its token, once.
 */
export function storeLinksAsHashes(strapi: Core.Strapi): void {
  const hashTokens = ({ params: { data }, state }: Event) => {
    for (const name of ['registrationToken', 'resetPasswordToken'] as const) {
      const token = data?.[name];
      if (!data || typeof token !== 'string') continue;
      state[name] = token;
      data[name] = hashed(token);
    }
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    beforeCreate: (event) => hashTokens(event as unknown as Event),
    beforeUpdate: (event) => hashTokens(event as unknown as Event),
    afterCreate(event) {
      const { result, state } = event as unknown as Event;
      if (result && state.registrationToken) result.registrationToken = state.registrationToken;
    },
  });
}

const EXPIRED = 'Liên kết mời này đã hết hạn. Hãy nhờ quản trị viên gửi lời mời khác.';
const UNKNOWN = 'Liên kết mời này không đúng hoặc đã được dùng.';
const NO_RESET = 'Liên kết đặt lại mật khẩu này không đúng, đã được dùng hoặc đã hết hạn. Hãy yêu cầu liên kết khác.';

/** Whether an invitation has expired, by the database's clock. */
const INVITATION = `
  SELECT created_at < (now() AT TIME ZONE 'UTC') - make_interval(days => ?) AS expired
    FROM admin_users WHERE registration_token = ?`;

const RESET = `
  SELECT FROM admin_users
   WHERE reset_password_token = ? AND is_active AND reset_password_token_expires_at > now() AT TIME ZONE 'UTC'`;

/**
 * Replaces a link's token by its hash before Strapi looks for it. A link that opens nothing is a 400 that says why, and
 * after too many of them a 429.
 */
export function linkMiddlewares(strapi: Core.Strapi, { openLink }: AttemptLimits) {
  const rows = async <Row>(statement: string, binds: (string | number)[]): Promise<Row[]> =>
    (await strapi.db.connection.raw<{ rows: Row[] }>(statement, binds)).rows;

  async function invitation(ctx: Context, token: string): Promise<string> {
    const hash = hashed(token);
    const { expiresAfterDays } = strapi.config.get<Options>('plugin::publishing-desk').invitations;
    const { expired } = await openLink(ctx, async () => {
      const [found] = await rows<{ expired: boolean }>(INVITATION, [expiresAfterDays, hash]);
      if (!found) throw new errors.ValidationError(UNKNOWN);
      return found;
    });
    if (expired) throw new errors.ValidationError(EXPIRED);
    return hash;
  }

  const bodyOf = (ctx: { request: object }) => (ctx.request as { body: Record<string, string> }).body;

  return {
    registrationInfo: (async (ctx, next) => {
      const { registrationToken } = ctx.request.query as { registrationToken: string };
      ctx.request.query = { registrationToken: await invitation(ctx, registrationToken) };
      ctx.set('Cache-Control', 'no-store');
      return next();
    }) satisfies Middleware,

    register: (async (ctx, next) => {
      const body = bodyOf(ctx);
      body.registrationToken = await invitation(ctx, body.registrationToken!);
      return next();
    }) satisfies Middleware,

    resetPassword: (async (ctx, next) => {
      const body = bodyOf(ctx);
      const hash = hashed(body.resetPasswordToken!);
      await openLink(ctx, async () => {
        if ((await rows(RESET, [hash])).length === 0) throw new errors.ApplicationError(NO_RESET);
      });
      body.resetPasswordToken = hash;
      return next();
    }) satisfies Middleware,
  };
}
