import type { Core } from '@strapi/strapi';

/**
 * Checks that the plugins on which another one depends are installed. To be called in `register`: later, Strapi stops at
 * the first relation to an unknown type, and names neither plugin.
 *
 * @throws an Error that names the plugin and the missing packages
 */
export function assertPlugins(strapi: Core.Strapi, plugin: string, required: readonly string[]): void {
  const missing = required.filter((one) => !strapi.plugin(one));
  if (missing.length === 0) return;
  const packages = missing.map((one) => `@portal-newsroom/${one}`).join(', ');
  throw new Error(`Plugin ${plugin} cần thêm ${packages}: hãy cài, bật lên rồi khởi động lại.`);
}
