import type { Core } from '@strapi/strapi';
import { addAdminMiddlewares } from '../../../../../strapi-internals/admin-sign-in';
import { linkMiddlewares } from '../invitations/one-time-links';
import { refuseOvertakenRenewal, refuseOvertakenSignIn } from '../sessions/overtaken-sessions';
import { checkCredentialsAlike } from './check-credentials';
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

/** Guards every route of Strapi's that opens a session. To be called in `register`. */
export function guardSignIn(strapi: Core.Strapi): void {
  const links = linkMiddlewares(strapi);
  const overtaken = refuseOvertakenSignIn(strapi);
  addAdminMiddlewares(strapi, 'POST /login', [jsonBody(SIGN_IN), overtaken]);
  addAdminMiddlewares(strapi, 'POST /access-token', [refuseOvertakenRenewal(strapi)]);
  addAdminMiddlewares(strapi, 'POST /register-admin', [jsonBody(REGISTER_FIRST)]);
  addAdminMiddlewares(strapi, 'GET /registration-info', [queryString(REGISTRATION_INFO), links.registrationInfo]);
  addAdminMiddlewares(strapi, 'POST /register', [jsonBody(REGISTER), links.register]);
  addAdminMiddlewares(strapi, 'POST /forgot-password', [jsonBody(FORGOT_PASSWORD)]);
  addAdminMiddlewares(strapi, 'POST /reset-password', [jsonBody(RESET_PASSWORD), links.resetPassword]);
  checkCredentialsAlike(strapi);
}
