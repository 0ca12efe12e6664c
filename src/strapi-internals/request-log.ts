import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';

/**
 * Has `strapi::logger` write other addresses of requests than they were sent with: it logs each whole, with whatever opens
 * something in it. Must be called in `register`, before Strapi makes its middlewares.
 *
 * @param loggedAddress makes what is logged from the path and query of a request
 */
export function replaceLoggedAddresses(strapi: Core.Strapi, loggedAddress: (url: string) => string): void {
  const registry = strapi.get('middlewares') as { extend(uid: string, wrap: () => () => Middleware): void };
  registry.extend('strapi::logger', () => () => async (ctx, next) => {
    const start = Date.now();
    await next();
    strapi.log.http(`${ctx.method} ${loggedAddress(ctx.url)} (${Date.now() - start} ms) ${ctx.status}`);
  });
}
