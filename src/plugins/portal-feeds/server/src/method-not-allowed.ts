import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import { errorCacheControl } from './middlewares/public-errors';
import { isPublicPath } from './public-paths';

const READS = new Set(['GET', 'HEAD']);

/**
 * Answers under public paths for requests that no route takes: a 405 for a method that does not read (the router would
 * answer one that HTTP does not know with a 501), and the caching of a 404 for an unknown path, as for an unknown slug.
 */
export const methodNotAllowed =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    if (!isPublicPath(ctx.path)) return next();
    if (READS.has(ctx.method)) await next();
    else {
      ctx.methodNotAllowed('Chỉ đọc: dùng GET, HEAD hoặc OPTIONS.');
      ctx.set('Allow', 'GET, HEAD, OPTIONS');
    }
    if (ctx.status >= 400 && !ctx.response.get('Cache-Control'))
      ctx.set('Cache-Control', errorCacheControl(strapi, ctx.status));
  };
