import type { Core } from '@strapi/strapi';
import { createAddresses, type Addresses } from '../answers/addresses';
import { parseOptions } from '../config';

/** The absolute addresses of pages and files, for plugins that register answers. */
export default ({ strapi }: { strapi: Core.Strapi }): Addresses =>
  createAddresses(parseOptions(strapi.config.get('plugin::portal-feeds')));
