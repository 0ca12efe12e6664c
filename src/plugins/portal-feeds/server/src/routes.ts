import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { BASE_PATH } from '../../../../contract';
import { operationRoutePath } from './cacheable-routes';
import { feedRoutePath, type Registered, type RegisteredFeed } from './services/registry';
import { sendFeed } from './syndication/send-feed';

type Plugin = { strapi: Core.Strapi };

/** Public by decision: every registered answer shows only what is visible now. */
const publicRoute = (path: string, handler: string | ((ctx: Context) => Promise<void>)) => ({
  method: 'GET',
  path,
  handler,
  config: { auth: false, prefix: '', middlewares: ['plugin::portal-feeds.public-errors'] },
});

/** An answer that is no page. */
const dataRoute = (path: string, handler: string | ((ctx: Context) => Promise<void>)) => {
  const { config, ...route } = publicRoute(path, handler);
  return {
    ...route,
    config: { ...config, middlewares: ['plugin::portal-feeds.inert-headers', ...config.middlewares] },
  };
};

const feedHandler = (strapi: Core.Strapi, feed: RegisteredFeed) => async (ctx: Context) => {
  const answer = await feed.read(strapi, ctx);
  if (answer) await sendFeed(ctx, answer);
};

/** Outside `/api`, without the plugin's name: load balancers and Prometheus look there. */
const operatorRoute = (path: string, handler: string) => ({ method: 'GET', path, handler, config: { auth: false } });

const registered = ({ strapi }: Plugin): Registered => strapi.plugin('portal-feeds').service('registry').close();

export default {
  'content-api': (plugin: Plugin) => ({
    type: 'content-api',
    routes: registered(plugin).operations.map((operation) =>
      dataRoute(BASE_PATH.replace(/^\/api/, '') + operationRoutePath(operation), operation.handler),
    ),
  }),
  // Strapi takes routes outside `/api` for routes of its panel.
  'outside-api': (plugin: Plugin) => {
    const { feeds, pages } = registered(plugin);
    return {
      type: 'admin',
      routes: [
        ...feeds.map((feed) => dataRoute(feedRoutePath(feed), feedHandler(plugin.strapi, feed))),
        ...pages.map(({ path, handler }) => publicRoute(path, handler)),
      ],
    };
  },
  operators: {
    type: 'admin',
    prefix: '',
    routes: [operatorRoute('/readyz', 'operators.ready'), operatorRoute('/metrics', 'operators.metrics')],
  },
};
