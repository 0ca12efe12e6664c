import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import serve from 'koa-static';
import { composePages } from './portal-page/compose-pages';
import { addressIn, otherLocale, splitLocale } from './portal-page/locales';
import { createPages, MISSING, NO_PAGE, type Page } from './portal-page/pages';
import { robotsTxt } from './portal-page/robots';

const SECRET = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' };

/**
 * The reference portal page: serves each address with its page, in the language of the address,
 * and the files under `public/assets`. The page reads the contract like any other front end.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  const folder = path.join(strapi.dirs.app.root, 'public');
  const files = serve(folder, { maxage: 0, index: false });
  const pages = createPages(strapi.config.get('plugin::portal-feeds.patterns'));
  const htmlOf = composePages(folder, {
    pages: pages.all,
    defaultList: strapi.plugin('newsroom').service('default-list').slug,
  });
  const robots = robotsTxt(strapi.config.get('plugin::portal-feeds.publicUrl'));

  function show(ctx: Context, page: Page) {
    const here = splitLocale(ctx.path);
    const other = otherLocale(here.locale);
    ctx.type = 'html';
    ctx.body = htmlOf(
      page,
      here.locale,
      page.slugOfLanguage ? addressIn(other, '/') : addressIn(other, here.path) + ctx.search,
      pages.slugIn(page, here.path),
    );
    ctx.set(page.secret ? SECRET : { 'Cache-Control': 'max-age=0' });
  }

  return async (ctx, next) => {
    if (ctx.path.startsWith('/assets/')) return files(ctx, next);
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (ctx.path === '/robots.txt' && isRead) {
      ctx.body = robots;
      ctx.set('Cache-Control', 'max-age=0');
      return;
    }
    const page = pages.pageAt(splitLocale(ctx.path).path);
    if (page && isRead) {
      show(ctx, page);
      if (page.secret) return;
      ctx.etag = createHash('sha1').update(String(ctx.body)).digest('base64url');
      if (ctx.fresh) ctx.status = 304;
      return;
    }

    await next();
    if (ctx.status === 404 && isRead && ctx.accepts('html') && !NO_PAGE.test(ctx.path)) {
      show(ctx, MISSING);
      ctx.status = 404;
    }
  };
};
