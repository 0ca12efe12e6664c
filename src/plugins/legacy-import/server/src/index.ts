import type { Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { applySql } from '../../../../postgres/apply-sql';
import contentTypes from './content-types';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'legacy-import', ['newsroom', 'directory', 'body-editor']);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
  },

  contentTypes,
  services,
};
