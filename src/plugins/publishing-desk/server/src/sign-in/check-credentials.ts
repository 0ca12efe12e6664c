import type { Core } from '@strapi/strapi';
import { type AdminAuth, extendAdminAuth, INVALID_CREDENTIALS } from '../../../../../strapi-internals/admin-sign-in';

/** Why a sign-in is refused, in the words of the panel's form. */
export const REFUSED_SIGN_IN = 'Địa chỉ e-mail hoặc mật khẩu không đúng.';

/**
 * Compares a password with every sign-in. Strapi compares none where there is no such account, or where it has no
 * password yet: a response a hundred times faster would reveal which e-mail addresses have an account.
 */
export function checkCredentialsAlike(strapi: Core.Strapi): void {
  extendAdminAuth(strapi, (auth) => {
    // The hash of a random password, with the same cost as the hashes of accounts.
    const decoy = auth.hashPassword(crypto.randomUUID());
    return {
      async checkCredentials(credentials) {
        const hasPassword = { email: credentials.email, password: { $notNull: true } };
        const [account, hash] = await Promise.all([
          strapi.db.query('admin::user').count({ where: hasPassword }),
          decoy,
        ]);
        if (account === 0) {
          await auth.validatePassword(credentials.password, hash);
          return [null, false, { message: REFUSED_SIGN_IN }];
        }
        const result = await auth.checkCredentials(credentials);
        const [, user, why] = result;
        return !user && why?.message === INVALID_CREDENTIALS ? [null, false, { message: REFUSED_SIGN_IN }] : result;
      },
      forgotPassword: (request) => logRejection(strapi, auth, request),
    };
  });
}

/** Strapi does not wait for it, and its route answers before. */
const logRejection = (strapi: Core.Strapi, auth: AdminAuth, request: { email: string }) =>
  auth
    .forgotPassword(request)
    .catch((error: unknown) => strapi.log.error(`Không gửi được liên kết đặt lại mật khẩu: ${String(error)}`));
