import type { Core } from '@strapi/strapi';
import { applySql } from '../../../../postgres/apply-sql';
import contentTypes from './content-types';
import { schema } from './schema';
import services from './services';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
  },

  contentTypes,
  services,
};
