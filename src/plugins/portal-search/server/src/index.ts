import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { checkValues, constraintErrors, normaliseStrings } from '../../../../documents';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { replaceListSearch, replacePickerSearch } from '../../../../strapi-internals/list-search';
import { permissionService } from '../../../../strapi-internals/permissions';
import config from './config';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import controllers from './controllers';
import { ABBREVIATIONS } from './queries/abbreviations';
import { registerAnswers } from './registration';
import routes from './routes';
import { schema } from './schema';
import { panelSources } from './schema/panel-sources';
import { sources } from './schema/sources';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'portal-search', ['newsroom', 'directory']);
    registerSchema(strapi, () => schema(sources(strapi), panelSources(strapi)));
    strapi.documents.use(constraintErrors(strapi, constraintMessages));
    strapi.documents.use(checkValues('portal-search'));
    strapi.documents.use(normaliseStrings('portal-search'));
    strapi
      .plugin('directory')
      .service('mentions')
      .useAbbreviations(async () => {
        // A caller within a transaction must not wait for a second connection.
        const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(ABBREVIATIONS));
        return rows;
      });
    registerAnswers(strapi);
    replacePickerSearch(strapi, (uid) => panelSources(strapi).some((source) => source.uid === uid));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await permissionService(strapi).actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'Xem những gì bạn đọc tìm mà không thấy',
        uid: 'no-result-searches.read',
        pluginName: 'portal-search',
      },
    ]);
    const { documents, panel } = strapi.plugin('portal-search').services;
    void documents!.fill();
    void panel!.fill();
    replaceListSearch(strapi, panel!.find);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    const { documents, panel, 'no-result-searches': noResultSearches } = strapi.plugin('portal-search').services;
    await Promise.all([documents!.stop(), panel!.stop(), noResultSearches!.stop()]);
  },

  config,
  contentTypes,
  controllers,
  routes,
  services,
};
