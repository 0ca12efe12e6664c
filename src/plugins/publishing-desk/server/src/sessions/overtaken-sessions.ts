import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Middleware } from 'koa';
import { adminSessions, REFRESH_COOKIE } from '../../../../../strapi-internals/admin-sessions';
import { REFUSED_SIGN_IN } from '../sign-in/check-credentials';

type Account = { id: number; password: string };

const ENDED = 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.';

/** Whether an account still has the password with which it was read, and is active. */
const isCurrent = async (strapi: Core.Strapi, { id, password }: Account): Promise<boolean> =>
  (await strapi.db.query('admin::user').count({ where: { id, password, isActive: true } })) > 0;

/**
 * Ends the session that a sign-in opens when the password was changed, or the account deactivated, between the check of
 * the password and the session's row: the triggers of `schema.ts` cannot see it.
 */
export const refuseOvertakenSignIn =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await next();
    const { user } = ctx.state as { user?: Account };
    if (!user || ctx.status !== 200 || (await isCurrent(strapi, user))) return;
    await adminSessions(strapi).invalidateRefreshToken(String(user.id));
    throw new errors.ApplicationError(REFUSED_SIGN_IN);
  };

/**
 * Ends a renewed session whose predecessor was ended while it was being renewed, and says so in Vietnamese where there is
 * no session to renew.
 */
export const refuseOvertakenRenewal =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const sessions = adminSessions(strapi);
    const before = await sessions.validateRefreshToken(ctx.cookies.get(REFRESH_COOKIE) ?? '');
    await next();
    if (ctx.status === 401) throw new errors.UnauthorizedError(ENDED);
    if (!before.isValid || ctx.status !== 200) return;
    if (await sessions.isSessionActive(before.sessionId)) return;
    const { data } = ctx.body as { data: { token: string } };
    const { payload } = sessions.validateAccessToken(data.token);
    if (payload) await sessions.revokeSessionById(payload.userId, payload.sessionId);
    throw new errors.UnauthorizedError(ENDED);
  };

/** Deletes an admin token that is created while the password or the activity of its owner's account changes. */
export const refuseOvertakenToken =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await next();
    if (ctx.status !== 201 || (await isCurrent(strapi, (ctx.state as { user: Account }).user))) return;
    const { data } = ctx.body as { data: { id: number } };
    await strapi.db.query('admin::api-token').delete({ where: { id: data.id } });
    throw new errors.UnauthorizedError(ENDED);
  };
