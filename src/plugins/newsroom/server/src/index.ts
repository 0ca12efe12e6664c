import type { Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { needUtc } from '../../../../boot-checks/need-utc';
import { clearOnClone, normaliseStrings, constraintErrors, fillSlugs } from '../../../../documents';
import { applySql } from '../../../../postgres/apply-sql';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'newsroom', ['directory', 'body-editor']);
    needUtc('newsroom');
    strapi.documents.use(constraintErrors(strapi, constraintMessages));
    strapi.documents.use(normaliseStrings('newsroom'));
    strapi.documents.use(clearOnClone({ 'plugin::newsroom.article': ['legacyUrl'] }));
    strapi.documents.use(
      fillSlugs(strapi, {
        'plugin::newsroom.article': 'title',
        'plugin::newsroom.category': 'name',
        'plugin::newsroom.latest-news-list': 'name',
      }),
    );
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
    await strapi.plugin('newsroom').service('locales').ensure();
    await strapi.plugin('newsroom').service('default-list').ensure();
  },

  contentTypes,
  services,
};
