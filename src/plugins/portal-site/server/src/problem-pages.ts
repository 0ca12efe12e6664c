import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { DEFAULT_LOCALE } from '../../../../vietnamese';
import { localeOfPath } from './locales';
import { showProblem, type ProblemKind } from './pages/problem';
import { rendererOf } from './renderer';

/** What the server answers that is no page of the portal. */
const NO_PAGE = /^\/(_health|readyz|metrics|api|admin|uploads|feeds|sitemaps|assets)(\/|$)/;

type Found = {
  address: { outcome: 'current' | 'moved' | 'gone'; url: string | null; reason: string | null };
} | null;

/**
 * Answers for addresses where no page is: 301 to where what was there is now, for every address that this portal or the
 * old one ever had; else the page of a 404, a 410, or a failure.
 */
export const problemPages = (strapi: Core.Strapi): Middleware => {
  const renderer = rendererOf(strapi);

  function show(ctx: Context, status: number, kind: ProblemKind, reason: string | null = null): void {
    if (!ctx.accepts('html')) return;
    const locale = localeOfPath(ctx.path);
    const portal = renderer.portal(locale);
    const otherLanguage = renderer.path('home', '', renderer.locales.find((one) => one !== locale) ?? locale);
    for (const field of ['Access-Control-Allow-Origin', 'Vary']) ctx.remove(field);
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = renderer.html(portal, showProblem(portal, kind, reason), { section: null, otherLanguage });
    ctx.status = status;
    ctx.set('Cache-Control', status < 500 ? 'max-age=0' : 'no-store');
  }

  return async (ctx, next) => {
    await next();
    if (!['GET', 'HEAD'].includes(ctx.method) || ctx.status < 400 || NO_PAGE.test(ctx.path)) return;
    if (ctx.status >= 500) return show(ctx, ctx.status, 'failed');
    if (ctx.status !== 404 || ctx.type === 'text/html') return;

    const found: Found | 'unavailable' = await strapi
      .plugin('portal-feeds')
      .service('resolver')
      .address(ctx.url, DEFAULT_LOCALE)
      .catch(unavailable);
    if (found === 'unavailable') return show(ctx, 503, 'failed');
    if (found?.address.outcome === 'moved' && found.address.url !== null) return redirect(ctx, found.address.url);
    if (found?.address.outcome === 'gone') {
      ctx.status = 410;
      return show(ctx, 410, 'gone', found.address.reason);
    }
    show(ctx, 404, 'missing');
  };
};

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
