import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { DEFAULT_LOCALE } from '../vietnamese';
import { splitLocale } from './portal-page/locales';
import { createPages, NO_PAGE } from './portal-page/pages';

/** The pages of one document each, by its slug. */
const DOCUMENT_PAGES = new Set(['article', 'category', 'agency', 'official']);

type Found = { address: { outcome: 'current' | 'moved' | 'gone'; url: string | null } } | null;

/**
 * Answers every address that this portal or the old one ever had: 301 to the current address of a page, 410 for a
 * page that was removed, 404 for an address that never existed; 410 and 404 with the portal's page for them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  const { pageAt } = createPages(strapi.config.get('plugin::portal-feeds.patterns'));
  const find = (ctx: Context): Promise<Found> =>
    strapi.plugin('portal-feeds').service('resolver').address(ctx.url, DEFAULT_LOCALE);

  return async (ctx, next) => {
    if (!['GET', 'HEAD'].includes(ctx.method) || NO_PAGE.test(ctx.path)) return next();
    const isDocumentPage = DOCUMENT_PAGES.has(pageAt(splitLocale(ctx.path).path)?.name ?? '');
    if (!isDocumentPage) {
      await next();
      if (ctx.status !== 404) return;
    }
    const found = await find(ctx).catch(unavailable);
    if (found !== 'unavailable' && found?.address.outcome === 'moved') return redirect(ctx, found.address.url!);
    if (found === 'unavailable' || found?.address.outcome === 'current') return isDocumentPage ? next() : undefined;
    // A conditional request must get the 404 or 410 as well, not a 304.
    delete ctx.req.headers['if-none-match'];
    if (isDocumentPage) await next();
    ctx.status = found ? 410 : 404;
  };
};

/** While the database is unavailable the page itself says so. */
function unavailable(error: { status?: number }): 'unavailable' {
  if (error.status !== 503) throw error;
  return 'unavailable';
}

function redirect(ctx: Context, url: string): void {
  ctx.body = null;
  ctx.status = 301;
  ctx.set('Cache-Control', 'public, max-age=5');
  ctx.set('Location', url);
}
