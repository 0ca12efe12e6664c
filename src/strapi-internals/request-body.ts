import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';

/** Reads JSON, form and text bodies into `ctx.request.body`. Throws an error of `raw-body`, whose `limit` is in bytes. */
type Reader = (ctx: Context) => Promise<void>;

type BodyConfig = Record<string, unknown>;
type Factory = (config: BodyConfig, tools: { strapi: Core.Strapi }) => Middleware;
type Readers = { configured: Reader; limited: Reader };

const readers = new WeakMap<IncomingMessage, Readers>();

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

/** Reads the body of a request that `deferBodies` left unread, within the limits of the app's configuration or the lower one. */
export async function readDeferredBody(ctx: Context, limits: keyof Readers): Promise<void> {
  await readers.get(ctx.req)?.[limits](ctx);
}

/** The request's own context: a policy gets a copy without its methods. */
export const contextOf = (policyContext: { request: unknown }): Context =>
  (policyContext.request as { ctx: Context }).ctx;
