import type { Core } from '@strapi/strapi';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { postponeLocaleMiddlewares } from '../../../../strapi-internals/request-body';
import { guardBodies } from './bodies/guard-bodies';
import { bodyPolicy } from './bodies/read-body';
import config, { parseOptions } from './config';
import { guardUploads } from './guard-uploads';
import { schema } from './schema';
import { serveUploads } from './serve-uploads';
import services from './services';
import { TemporaryFolders } from './temporary-folders';

const folders = new TemporaryFolders();
let close: (() => Promise<void>) | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    const options = parseOptions(strapi.config.get('plugin::upload-guard'));
    registerSchema(strapi, () => schema);
    guardBodies(strapi, folders);
    guardUploads(strapi, options, folders);
    close = await serveUploads(strapi, options);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    postponeLocaleMiddlewares(strapi);
    await folders.sweep();
  },

  async destroy() {
    await close?.();
    await folders.end();
  },

  config,
  policies: { 'read-body': bodyPolicy(folders) },
  services,
};
