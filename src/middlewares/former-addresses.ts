import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { splitLocale } from './portal-page/locales';
import { NO_PAGE, pageAt } from './portal-page/pages';

/** The pages that show one thing each, by its slug. */
const THINGS = new Set(['article', 'category', 'agency', 'official']);

type Found = { address: { outcome: 'current' | 'moved' | 'gone'; url: string | null } } | null;

/**
 * Leads visitors and search engines on from every address that the portal or the old one ever had: 301 to where the
 * page is now; 410 of what is gone and 404 of what never was, with the page that says so.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  const find = (ctx: Context): Promise<Found> =>
    strapi.plugin('portal-feeds').service('resolver').address(ctx.url, 'vi');

  return async (ctx, next) => {
    if (!['GET', 'HEAD'].includes(ctx.method) || NO_PAGE.test(ctx.path)) return next();
    const isThing = THINGS.has(pageAt(splitLocale(ctx.path).path)?.name ?? '');
    if (!isThing) {
      await next();
      if (ctx.status !== 404) return;
    }
    const found = await find(ctx).catch(whileAway);
    if (found !== 'away' && found?.address.outcome === 'moved') return leadOn(ctx, found.address.url!);
    if (found === 'away' || found?.address.outcome === 'current') return isThing ? next() : undefined;
    // Whoever has the page already must still be told that nothing is there.
    delete ctx.req.headers['if-none-match'];
    if (isThing) await next();
    ctx.status = found ? 410 : 404;
  };
};

/** The page itself tells its reader that the database is away. */
function whileAway(error: { status?: number }): 'away' {
  if (error.status !== 503) throw error;
  return 'away';
}

function leadOn(ctx: Context, url: string): void {
  ctx.body = null;
  ctx.status = 301;
  ctx.set('Cache-Control', 'public, max-age=5');
  ctx.set('Location', url);
}
