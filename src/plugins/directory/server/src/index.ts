import type { Core } from '@strapi/strapi';
import { checkValues, normaliseStrings, constraintErrors, fillSlugs } from '../../../../documents';
import { registerFileUses } from '../../../../file-uses';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import { portraits } from './portraits';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.customFields.register({ name: 'date', plugin: 'directory', type: 'date' });
    registerSchema(strapi, () => schema);
    registerFileUses(strapi, portraits);
    strapi.documents.use(constraintErrors(strapi, constraintMessages));
    strapi.documents.use(checkValues('directory'));
    strapi.documents.use(normaliseStrings('directory'));
    strapi.documents.use(
      fillSlugs(strapi, { 'plugin::directory.agency': 'name', 'plugin::directory.official': 'name' }),
    );
  },

  contentTypes,
  services,
};
