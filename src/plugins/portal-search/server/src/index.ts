import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { registerSchema } from '../../../../postgres/plugin-schema';
import controllers from './controllers';
import { registerAnswers } from './registration';
import { schema } from './schema';
import { sources } from './schema/sources';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'portal-search', ['newsroom', 'directory']);
    registerSchema(strapi, () => schema(sources(strapi)));
    registerAnswers(strapi);
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    void strapi.plugin('portal-search').service('documents').fill();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('portal-search').service('documents').stop();
  },

  controllers,
  services,
};
