import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware, Next } from 'koa';
import serve from 'koa-static';

/** The same pages speak English under `/en`. */
const PAGES: [pattern: RegExp, file: string][] = [
  [/^\/(en\/?)?$/, '/index.html'],
  [/^(\/en)?\/tin-tuc\/?$/, '/list.html'],
  [/^(\/en)?\/tin-tuc\/[^/]+\/?$/, '/article.html'],
];
const NOT_OURS = /^\/(api|admin|uploads|feeds)(\/|$)/;

/**
 * The reference portal page: the files of the repository's `public/`, each of its addresses answered by the page that
 * shows it. The page reads the contract like any other front end.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  const files = serve(path.join(strapi.dirs.app.root, 'public'), { maxage: 0, index: false });

  async function send(ctx: Context, file: string, next: Next) {
    const asked = ctx.path;
    ctx.path = file;
    await files(ctx, next);
    ctx.path = asked;
  }

  return async (ctx, next) => {
    if (ctx.path.startsWith('/assets/')) return send(ctx, ctx.path, next);
    const page = PAGES.find(([pattern]) => pattern.test(ctx.path));
    if (page) return send(ctx, page[1], next);

    await next();
    const isMissingPage = ctx.status === 404 && ctx.method === 'GET' && ctx.accepts('html') && !NOT_OURS.test(ctx.path);
    if (isMissingPage) {
      await send(ctx, '/404.html', async () => undefined);
      ctx.status = 404;
    }
  };
};
