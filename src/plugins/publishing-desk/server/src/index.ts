import { type Core } from '@strapi/strapi';
import config, { parseOptions } from './config';
import { guardUploads } from './uploads/guard-uploads';
import { serveInertly } from './uploads/serve-inertly';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const options = parseOptions(strapi.config.get('plugin::publishing-desk'));
    guardUploads(strapi, options.uploads);
    strapi.server.use(serveInertly);
  },

  config,
};
