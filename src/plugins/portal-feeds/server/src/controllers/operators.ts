import { createHash, timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseOptions } from '../config';

/** For whoever runs the newsroom, not for its readers. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { metricsToken } = parseOptions(strapi.config.get('plugin::portal-feeds'));

  return {
    /** GET /readyz: whether this node can read, and hears of changes. */
    async ready(ctx: Context) {
      const database = await strapi.plugin('portal-feeds').service('reader').answers();
      const listener = strapi.plugin('portal-feeds').service('memory').hears();
      const isReady = database && listener;
      ctx.status = isReady ? 200 : 503;
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { ready: isReady, database, listener };
    },

    /** GET /metrics: for whoever has the token; for others there is no such address. */
    async metrics(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      if (!metricsToken || !isSame(ctx.get('Authorization'), `Bearer ${metricsToken}`)) {
        throw new errors.NotFoundError();
      }
      const { figures } = strapi.plugin('portal-feeds').service('memory');
      ctx.type = figures.contentType;
      ctx.body = await figures.text();
    },
  };
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that says nothing of where they differ. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));
