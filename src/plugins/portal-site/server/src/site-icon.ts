import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import { DEFAULT_LOCALE } from '../../../../vietnamese';
import { siteOf } from './renderer';

/**
 * Leads from `/favicon.ico`, which clients ask for that read no page, to the icon of the settings. Without one, the app's own
 * file answers.
 */
export const siteIcon = (strapi: Core.Strapi): Middleware => {
  const site = siteOf(strapi);

  return async (ctx, next) => {
    if (ctx.path !== '/favicon.ico' || !['GET', 'HEAD'].includes(ctx.method)) return next();
    const { icon } = await site.in(DEFAULT_LOCALE).catch(site.unread);
    if (!icon?.url) return next();
    ctx.status = 302;
    ctx.set({ Location: icon.url, 'Cache-Control': 'public, max-age=300' });
    ctx.body = '';
  };
};
