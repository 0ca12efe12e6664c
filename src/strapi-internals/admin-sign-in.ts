import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';

/** Strapi's limits of a sign-in and of a forgotten password: in the memory of one process, by keys of the caller. */
export const SIGN_IN_LIMIT = 'admin::rateLimit';
export const MAIL_LIMIT = 'plugin::email.rateLimit';

/** Why Strapi refuses an unknown account and a wrong password. */
export const INVALID_CREDENTIALS = 'Invalid credentials';

/** Strapi's routes are the state of a module: a second Strapi in the process finds them as the first left them. */
const OWN_MIDDLEWARES = Symbol.for('portal-newsroom.own-middlewares');

type Route = {
  method: string;
  path: string;
  config?: { middlewares?: (string | Middleware)[] };
  [OWN_MIDDLEWARES]?: (string | Middleware)[];
};
type Routers = Record<string, { routes: Route[] } | (() => { routes: Route[] })>;

/**
 * Puts middlewares before those of a route of Strapi's admin API, after the body is parsed. To be called in `register`.
 *
 * @param route method and path, as Strapi's router has them: `POST /login`
 * @param without the name of a middleware of Strapi's that the given ones replace
 * @throws when there is no such route, or no such middleware on it
 */
export function addAdminMiddlewares(
  strapi: Core.Strapi,
  route: string,
  middlewares: Middleware[],
  without?: string,
): void {
  const { routes: routers } = strapi.admin as unknown as { routes: Routers };
  const routes = Object.values(routers).flatMap((router) => (typeof router === 'function' ? [] : router.routes));
  const found = routes.find(({ method, path }) => `${method} ${path}` === route);
  const own = found?.[OWN_MIDDLEWARES] ?? found?.config?.middlewares ?? [];
  if (!found || (without && !own.includes(without))) throw new Error(`Strapi has no route ${route} ${without ?? ''}`);
  found[OWN_MIDDLEWARES] = own;
  found.config = { ...found.config, middlewares: [...middlewares, ...own.filter((name) => name !== without)] };
}

/** What Strapi's sign-in asks: an error, the account or false, and why not. */
type CredentialsResult = [error: null, user: object | false, info?: { message: string }];

export type AdminAuth = {
  /** `email` is in lower case. */
  checkCredentials(credentials: { email: string; password: string }): Promise<CredentialsResult>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  hashPassword(password: string): Promise<string>;
  /** Strapi's route does not wait for it, so that a rejection ends the process. */
  forgotPassword(request: { email: string }): Promise<unknown>;
};

/** Replaces parts of the service behind the panel's sign-in, for this Strapi alone. To be called in `register`. */
export function extendAdminAuth(strapi: Core.Strapi, extend: (auth: AdminAuth) => Partial<AdminAuth>): void {
  type Services = { extend(uid: string, with_: (service: AdminAuth) => AdminAuth): void };
  const services = strapi.get('services') as unknown as Services;
  services.extend('admin::auth', (auth) => ({ ...auth, ...extend(auth) }));
}
