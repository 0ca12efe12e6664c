import type { Core } from '@strapi/strapi';
import config from './config';
import controllers from './controllers';
import cachingOfErrors from './middlewares/caching-of-errors';
import routes from './routes';
import services from './services';

export default {
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('portal-feeds').service('reader').close();
  },

  config,
  controllers,
  middlewares: { 'caching-of-errors': cachingOfErrors },
  routes,
  services,
};
