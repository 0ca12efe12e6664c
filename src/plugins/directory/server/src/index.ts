import type { Core } from '@strapi/strapi';
import { composeStrings, explainConstraints, fillSlugs } from '../../../../documents';
import { applySql } from '../../../../postgres/apply-sql';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(explainConstraints(strapi, constraintMessages));
    strapi.documents.use(composeStrings('directory'));
    strapi.documents.use(
      fillSlugs(strapi, { 'plugin::directory.agency': 'name', 'plugin::directory.official': 'name' }),
    );
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
  },

  contentTypes,
  services,
};
