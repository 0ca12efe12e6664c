import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import config from './config';
import controllers from './controllers';
import { registerPages } from './register-pages';
import { problemPages } from './problem-pages';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'portal-site', ['portal-feeds', 'newsroom', 'directory', 'body-editor']);
    registerPages(strapi);
    strapi.server.use(problemPages(strapi));
  },

  config,
  controllers,
  services,
};
