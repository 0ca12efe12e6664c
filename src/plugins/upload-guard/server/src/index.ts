import type { Core } from '@strapi/strapi';
import config, { parseOptions } from './config';
import { guardUploads } from './guard-uploads';
import { uploadHeaders } from './upload-headers';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    guardUploads(strapi, parseOptions(strapi.config.get('plugin::upload-guard')));
    strapi.server.use(uploadHeaders);
  },

  config,
};
