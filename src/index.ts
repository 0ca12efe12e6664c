import type { Core } from '@strapi/strapi';
import { pluginsNotLoaded } from './strapi-internals/plugins';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const missing = pluginsNotLoaded(strapi, '/src/plugins/');
    if (missing.length > 0) {
      throw new Error(
        `Plugin không có phần máy chủ: ${missing.join(', ')}. Kiểm tra strapi-server.js của nó và dựng lại (npm run build).`,
      );
    }
  },
};
