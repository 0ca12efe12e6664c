import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

/** Reads JSON, form and text bodies into `ctx.request.body`. Throws an error of `raw-body`, whose `limit` is in bytes. */
type Reader = (ctx: Context) => Promise<void>;

type BodyConfig = Record<string, unknown>;
type Factory = (config: BodyConfig, tools: { strapi: Core.Strapi }) => Middleware;
type Readers = { configured: Reader; limited: Reader };

const readers = new WeakMap<IncomingMessage, Readers>();

/** Paths of i18n's middlewares of the router, which write the request's locale into its body. */
const LOCALE_PATHS: readonly string[] = [
  '/content-manager/collection-types/:model',
  '/content-manager/single-types/:model',
];

type RouterLayer = { path: string; methods: string[]; stack: Middleware[] };

const postponed = new WeakMap<IncomingMessage, Middleware[]>();

/**
 * Keeps the global middleware `strapi::body` from reading bodies before the router and the authentication have decided
 * about a request; `readDeferredBody` reads them later. Must be called in `register`, before Strapi makes its middlewares.
 *
 * @param limit bytes of a body that `readDeferredBody` reads as `limited`
 */
export function deferBodies(strapi: Core.Strapi, limit: number): void {
  const registry = strapi.get('middlewares') as { extend(uid: string, wrap: (factory: Factory) => Factory): void };
  registry.extend('strapi::body', (factory) => (config, tools) => {
    const reader = (more: BodyConfig): Reader => {
      const read = factory({ ...config, ...more, multipart: false }, tools);
      return async (ctx) => void (await read(ctx, async () => {}));
    };
    const made = {
      configured: reader({}),
      limited: reader({ jsonLimit: limit, formLimit: limit, textLimit: limit }),
    };
    return (ctx, next) => {
      readers.set(ctx.req, made);
      return next();
    };
  });
}

/**
 * Has i18n's middlewares of the router run after `readDeferredBody`: before it they would take the default locale, since
 * the body is not there yet. Must be called in `bootstrap`, when i18n has registered them.
 */
export function postponeLocaleMiddlewares(strapi: Core.Strapi): void {
  for (const layer of strapi.server.router.stack as unknown as RouterLayer[]) {
    if (layer.methods.length > 0 || !LOCALE_PATHS.includes(layer.path)) continue;
    layer.stack = layer.stack.map((middleware) => (ctx, next) => {
      postponed.set(ctx.req, [...(postponed.get(ctx.req) ?? []), middleware]);
      return next();
    });
  }
}

/**
 * Reads the body of a request that `deferBodies` left unread, within the limits of the app's configuration or the lower
 * one, and runs the middlewares that were postponed until then.
 */
export async function readDeferredBody(ctx: Context, limits: keyof Readers): Promise<void> {
  await readers.get(ctx.req)?.[limits](ctx);
  for (const middleware of postponed.get(ctx.req) ?? []) await middleware(ctx, async () => {});
}

/** The request's own context: a policy gets a copy without its methods. */
export const contextOf = (policyContext: { request: unknown }): Context =>
  (policyContext.request as { ctx: Context }).ctx;
