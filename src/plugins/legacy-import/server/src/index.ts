import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { registerSchema } from '../../../../postgres/plugin-schema';
import contentTypes from './content-types';
import { schema } from './schema';
import services from './services';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'legacy-import', ['newsroom', 'directory', 'body-editor']);
    registerSchema(strapi, () => schema);
  },

  contentTypes,
  services,
};
