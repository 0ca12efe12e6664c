import type { Middleware } from 'koa';
import { isOfContract } from './cross-origin';
import { cachingOf } from './middlewares/caching-of-errors';

const READS = new Set(['GET', 'HEAD']);

/**
 * Answers under the contract's path for what none of its routes takes: a method that does not read (405, for one that
 * HTTP does not know too, which the router would call a 501), and a path that is none, which may be kept no longer than
 * what a route of the contract does not find.
 */
export const unanswered: Middleware = async (ctx, next) => {
  if (!isOfContract(ctx.path)) return next();
  if (READS.has(ctx.method)) await next();
  else {
    ctx.methodNotAllowed('Chỉ đọc: dùng GET, HEAD hoặc OPTIONS.');
    ctx.set('Allow', 'GET, HEAD, OPTIONS');
  }
  if (ctx.status >= 400 && !ctx.response.get('Cache-Control')) ctx.set('Cache-Control', cachingOf(ctx.status));
};
