import type { Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { applySql } from '../../../../postgres/apply-sql';
import { crossOrigin, staleIfError } from '../../../../response-cache';
import { catchUpWithDocuments, catchUpWithRequests } from './catch-up';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { methodNotAllowed } from './method-not-allowed';
import publicErrors from './middlewares/public-errors';
import { isPublicPath } from './public-paths';
import { registration } from './registration';
import routes from './routes';
import { tellOfChanges } from './schema/tell-of-changes';
import { watchedTables } from './schema/watched-tables';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'portal-feeds', ['newsroom', 'directory', 'body-editor']);
    const { origins } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    strapi.plugin('portal-feeds').service('registry').register(registration);
    strapi.server.use(crossOrigin(origins, isPublicPath));
    strapi.server.use(methodNotAllowed);
    strapi.server.use(staleIfError(() => strapi.plugin('portal-feeds').service('cache')));
    strapi.server.use(catchUpWithRequests(strapi));
    strapi.documents.use(catchUpWithDocuments(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const registered = strapi.plugin('portal-feeds').service('registry').close();
    await applySql(strapi.db.connection, tellOfChanges(watchedTables(strapi, registered)));
    strapi.plugin('portal-feeds').service('cache').start();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    strapi.plugin('portal-feeds').service('cache').stop();
    await strapi.plugin('portal-feeds').service('reader').close();
  },

  config,
  controllers,
  middlewares: { 'public-errors': publicErrors },
  routes,
  services,
};
