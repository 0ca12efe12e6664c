import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { assertUtc } from '../../../../boot-checks/assert-utc';
import { checkValues, clearOnClone, normaliseStrings, constraintErrors, fillSlugs } from '../../../../documents';
import { registerFileUses } from '../../../../file-uses';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { leaveOutOfFill } from '../../../../strapi-internals/locales';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import { addFileCredit } from './file-credit';
import { schema } from './schema';
import { articleFiles } from './schema/file-uses';
import services from './services';

/** When an article is shown: of one article in one language alone. */
const TIMES = ['publishedOn', 'updatedOn', 'expiresOn'];

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'newsroom', ['directory', 'body-editor']);
    assertUtc('newsroom');
    strapi.customFields.register({ name: 'datetime', plugin: 'newsroom', type: 'datetime' });
    registerSchema(strapi, () => schema);
    registerFileUses(strapi, articleFiles(strapi));
    addFileCredit(strapi);
    strapi.documents.use(constraintErrors(strapi, constraintMessages));
    strapi.documents.use(checkValues('newsroom'));
    strapi.documents.use(normaliseStrings('newsroom'));
    strapi.documents.use(clearOnClone(strapi, { 'plugin::newsroom.article': [...TIMES, 'legacyUrl'] }));
    strapi.documents.use(
      fillSlugs(strapi, {
        'plugin::newsroom.article': 'title',
        'plugin::newsroom.category': 'name',
        'plugin::newsroom.latest-news-list': 'name',
      }),
    );
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('newsroom').service('locales').ensure();
    await strapi.plugin('newsroom').service('default-list').ensure();
    leaveOutOfFill(strapi, {
      'plugin::newsroom.article': [...TIMES, 'slug'],
      'plugin::newsroom.latest-news-list': ['slug'],
    });
  },

  contentTypes,
  services,
};
