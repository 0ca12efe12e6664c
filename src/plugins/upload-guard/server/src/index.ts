import type { Core } from '@strapi/strapi';
import { registerSchema } from '../../../../postgres/plugin-schema';
import config, { parseOptions } from './config';
import { guardUploads } from './guard-uploads';
import { schema } from './schema';
import { serveUploads } from './serve-uploads';
import services from './services';

let close: (() => Promise<void>) | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    const options = parseOptions(strapi.config.get('plugin::upload-guard'));
    registerSchema(strapi, () => schema);
    guardUploads(strapi, options);
    close = await serveUploads(strapi, options);
  },

  async destroy() {
    await close?.();
  },

  config,
  services,
};
