import type { Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { applySql } from '../../../../postgres/apply-sql';
import config, { parseOptions } from './config';
import controllers from './controllers';
import cachingOfErrors from './middlewares/caching-of-errors';
import { crossOrigin } from './cross-origin';
import { catchUpWithDocuments, catchUpWithRequests } from './memory/catch-up';
import { lastKnownInstead } from './memory/last-known';
import routes from './routes';
import { tellOfChanges } from './schema/tell-of-changes';
import { watchedTables } from './schema/watched-tables';
import services from './services';
import { unanswered } from './unanswered';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'portal-feeds', ['newsroom', 'directory', 'body-editor']);
    const { origins } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    strapi.server.use(crossOrigin(origins));
    strapi.server.use(unanswered);
    strapi.server.use(lastKnownInstead(() => strapi.plugin('portal-feeds').service('memory')));
    strapi.server.use(catchUpWithRequests(strapi));
    strapi.documents.use(catchUpWithDocuments(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, tellOfChanges(watchedTables(strapi)));
    strapi.plugin('portal-feeds').service('memory').start();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    strapi.plugin('portal-feeds').service('memory').stop();
    await strapi.plugin('portal-feeds').service('reader').close();
  },

  config,
  controllers,
  middlewares: { 'caching-of-errors': cachingOfErrors },
  routes,
  services,
};
