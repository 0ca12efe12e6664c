import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Middleware } from 'koa';
import { addAdminMiddlewares, MAIL_LIMIT, SIGN_IN_LIMIT } from '../../../../../strapi-internals/admin-sign-in';
import { linkMiddlewares } from '../invitations/one-time-links';
import { refuseOvertakenRenewal, refuseOvertakenSignIn, refuseOvertakenToken } from '../sessions/overtaken-sessions';
import { checkCredentialsAlike } from './check-credentials';
import { attemptLimits } from './limits';
import {
  FORGOT_PASSWORD,
  jsonBody,
  queryString,
  REGISTER,
  REGISTER_FIRST,
  REGISTRATION_INFO,
  RESET_PASSWORD,
  SIGN_IN,
} from './request-schemas';

/** Guards every route of Strapi's that opens a session or creates an admin token. To be called in `register`. */
export function guardSignIn(strapi: Core.Strapi): void {
  const limits = attemptLimits(strapi);
  const links = linkMiddlewares(strapi, limits);
  const overtaken = refuseOvertakenSignIn(strapi);
  const add = (route: string, middlewares: Middleware[], without?: string) =>
    addAdminMiddlewares(strapi, route, middlewares, without);
  add('POST /login', [jsonBody(SIGN_IN), limits.signIn, limits.rememberBrowser, overtaken], SIGN_IN_LIMIT);
  add('POST /access-token', [refuseOvertakenRenewal(strapi)]);
  add('POST /register-admin', [jsonBody(REGISTER_FIRST), refuseSecondFirst(strapi)], SIGN_IN_LIMIT);
  add('GET /registration-info', [queryString(REGISTRATION_INFO), links.registrationInfo]);
  add('POST /register', [jsonBody(REGISTER), limits.rememberBrowser, links.register]);
  add('POST /forgot-password', [jsonBody(FORGOT_PASSWORD), limits.forgotPassword], MAIL_LIMIT);
  add('POST /reset-password', [jsonBody(RESET_PASSWORD), limits.rememberBrowser, links.resetPassword]);
  add('POST /admin-tokens', [refuseOvertakenToken(strapi)]);
  checkCredentialsAlike(strapi);
}

/**
 * Refuses to register a first administrator where there is an account. With that the route is one count, and needs no
 * limit; Strapi's own counts by an address that the caller chooses.
 */
const refuseSecondFirst =
  (strapi: Core.Strapi): Middleware =>
  async (_ctx, next) => {
    if ((await strapi.db.query('admin::user').count()) > 0) {
      throw new errors.ApplicationError('Đã có quản trị viên. Hãy nhờ người đó mời bạn vào tòa soạn.');
    }
    return next();
  };
