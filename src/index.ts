import { type Core } from '@strapi/strapi';
import { type AdvisoryLock, takeAdvisoryLock } from './postgres/advisory-lock';
import { bootLockKey } from './postgres/lock-keys';

let bootLock: AdvisoryLock | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    refuseMissingPlugins(strapi);
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

/** Strapi skips a plugin whose server entry is missing, without a word, and would drop its tables from the schema. */
function refuseMissingPlugins(strapi: Core.Strapi) {
  const enabled = strapi.config.get<Record<string, { pathToPlugin?: string }>>('enabledPlugins');
  const missing = Object.entries(enabled)
    .filter(([name, { pathToPlugin }]) => pathToPlugin?.includes('/src/plugins/') && !strapi.plugin(name))
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new Error(
      `Plugin không có phần máy chủ: ${missing.join(', ')}. Kiểm tra strapi-server.js của nó và dựng lại (npm run build).`,
    );
  }
}
