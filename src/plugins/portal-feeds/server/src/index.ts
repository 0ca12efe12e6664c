import type { Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import config, { parseOptions } from './config';
import controllers from './controllers';
import cachingOfErrors from './middlewares/caching-of-errors';
import { crossOrigin } from './cross-origin';
import routes from './routes';
import services from './services';
import { unanswered } from './unanswered';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'portal-feeds', ['newsroom', 'directory', 'body-editor']);
    const { origins } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    strapi.server.use(crossOrigin(origins));
    strapi.server.use(unanswered);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('portal-feeds').service('reader').close();
  },

  config,
  controllers,
  middlewares: { 'caching-of-errors': cachingOfErrors },
  routes,
  services,
};
