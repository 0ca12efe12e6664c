import { type Core } from '@strapi/strapi';
import { type AdvisoryLock, takeAdvisoryLock } from './postgres/advisory-lock';
import { bootLockKey } from './postgres/lock-keys';
import { pluginsNotLoaded } from './strapi-internals/plugins';

let bootLock: AdvisoryLock | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    assertPluginsLoaded(strapi);
    // Strapi changes the schema without a lock (strapi/strapi#27567): nodes that boot together take turns.
    const { connection } = strapi.config.get<Core.Config.Database<'postgres'>['connection']>('database.connection');
    bootLock = await takeAdvisoryLock(connection as object, bootLockKey);
  },

  async bootstrap() {
    await bootLock?.release();
  },

  /** Also called when a boot has failed half-way. */
  async destroy() {
    await bootLock?.release();
  },
};

function assertPluginsLoaded(strapi: Core.Strapi) {
  const missing = pluginsNotLoaded(strapi, '/src/plugins/');
  if (missing.length > 0) {
    throw new Error(
      `Plugin không có phần máy chủ: ${missing.join(', ')}. Kiểm tra strapi-server.js của nó và dựng lại (npm run build).`,
    );
  }
}
