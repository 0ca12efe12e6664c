import type { Core } from '@strapi/strapi';
import { applySql } from '../../../../postgres/apply-sql';
import contentTypes from './content-types';
import { fillSlug } from './fill-slug';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(fillSlug(strapi));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
    await strapi.plugin('newsroom').service('locales').ensure();
    await strapi.plugin('newsroom').service('default-list').ensure();
  },

  contentTypes,
  services,
};
