import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

const BRIEFLY_CACHED = new Set([301, 404, 410]);

export const errorCacheControl = (strapi: Core.Strapi, status: number): string =>
  BRIEFLY_CACHED.has(status) ? strapi.plugin('portal-feeds').service('cache').absenceCacheControl() : 'no-store';

type ClientError = Error & { status?: number; headers?: Record<string, string>; details?: unknown };

/**
 * The errors and redirects of public routes. What is absent may appear soon, and a failure may end at once: no cache in between may
 * keep either for long. An error's own headers (`Retry-After`) are sent, as Koa would; Strapi leaves them out. The
 * contract's library knows no Strapi, which logs any 400 and 404 but its own.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next) => {
    try {
      await next();
      if (ctx.status === 301) ctx.set('Cache-Control', errorCacheControl(strapi, 301));
    } catch (error) {
      const { headers } = error as ClientError;
      const known = asStrapiError(error as ClientError);
      ctx.set({ ...headers, 'Cache-Control': errorCacheControl(strapi, statusOf(known)) });
      throw known;
    }
  };

function asStrapiError(error: ClientError): ClientError {
  if (error instanceof errors.ApplicationError) return error;
  if (error.status === 400 && error.name === 'ValidationError') {
    return new errors.ValidationError(error.message, error.details);
  }
  return error.status === 404 ? new errors.NotFoundError(error.message) : error;
}

const statusOf = (error: ClientError): number => (error instanceof errors.NotFoundError ? 404 : (error.status ?? 500));
