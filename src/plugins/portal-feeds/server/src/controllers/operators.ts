import { createHash, timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseOptions } from '../config';

/** For operators, not for readers. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { metricsToken } = parseOptions(strapi.config.get('plugin::portal-feeds'));

  return {
    /** GET /readyz: whether this node can read the database, is notified of changes, and is not about to stop. */
    async ready(ctx: Context) {
      const database = await strapi.plugin('portal-feeds').service('reader').answers();
      const listener = strapi.plugin('portal-feeds').service('cache').isListening();
      const isReady = database && listener && strapi.server.httpServer.listening;
      ctx.status = isReady ? 200 : 503;
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { ready: isReady, database, listener };
    },

    /** GET /metrics: with the token; without it a 404. */
    async metrics(ctx: Context) {
      ctx.set('Cache-Control', 'no-store');
      if (!metricsToken || !isSame(ctx.get('Authorization'), `Bearer ${metricsToken}`)) {
        throw new errors.NotFoundError();
      }
      const { metrics } = strapi.plugin('portal-feeds').service('cache');
      ctx.type = metrics.contentType;
      ctx.body = await metrics.text();
    },
  };
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));
