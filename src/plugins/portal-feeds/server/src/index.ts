import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { describeFailure, isContention, isUnavailable } from '../../../../postgres/failures';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { crossOrigin, staleIfError } from '../../../../response-cache';
import { surviveRejections } from '../../../../strapi-internals/unhandled-rejections';
import { catchUpWithDocuments, catchUpWithRequests } from './catch-up';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { methodNotAllowed } from './method-not-allowed';
import inertHeaders from './middlewares/inert-headers';
import publicErrors from './middlewares/public-errors';
import { isPublicPath } from './public-paths';
import { registration } from './registration';
import routes from './routes';
import { changeNotifications } from './schema/notify-changes';
import { watchedTables } from './schema/watched-tables';
import services from './services';

let stopSurviving = () => {};

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'portal-feeds', ['newsroom', 'directory', 'body-editor']);
    registerSchema(strapi, () =>
      changeNotifications(watchedTables(strapi, strapi.plugin('portal-feeds').service('registry').close())),
    );
    const { origins } = parseOptions(strapi.config.get('plugin::portal-feeds'));
    strapi.plugin('portal-feeds').service('registry').register(registration);
    // The cache carries readers through an outage, so the process has to outlive it.
    stopSurviving = surviveRejections(
      (error) => isUnavailable(error) || isContention(error),
      (error, origin) => {
        strapi.plugin('portal-feeds').service('cache').metrics.survived();
        strapi.log.error(`Nobody awaited what failed: ${describeFailure(error)}${origin && `, at ${origin}`}`);
      },
    );
    strapi.server.use(crossOrigin(origins, isPublicPath));
    strapi.server.use(methodNotAllowed(strapi));
    strapi.server.use(staleIfError(() => strapi.plugin('portal-feeds').service('cache')));
    strapi.server.use(catchUpWithRequests(strapi));
    strapi.documents.use(catchUpWithDocuments(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    strapi.plugin('portal-feeds').service('cache').start();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    stopSurviving();
    strapi.plugin('portal-feeds').service('cache').stop();
    await strapi.plugin('portal-feeds').service('reader').close();
  },

  config,
  controllers,
  middlewares: { 'inert-headers': inertHeaders, 'public-errors': publicErrors },
  routes,
  services,
};
