import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Middleware } from 'koa';
import { adminSessions, REFRESH_COOKIE } from '../../../../../strapi-internals/admin-sessions';
import { REFUSED_SIGN_IN } from '../sign-in/check-credentials';

type Account = { id: number; password: string };

const ENDED = 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.';

/**
 * Ends the session that a sign-in opens when the password was changed, or the account deactivated, between the check of
 * the password and the session's row: the triggers of `schema.ts` cannot see it.
 */
export const refuseOvertakenSignIn =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await next();
    const { user } = ctx.state as { user?: Account };
    if (!user || ctx.status !== 200) return;
    const where = { id: user.id, password: user.password, isActive: true };
    if ((await strapi.db.query('admin::user').count({ where })) > 0) return;
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
