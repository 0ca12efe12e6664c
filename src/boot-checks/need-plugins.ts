import { type Core } from '@strapi/strapi';

/**
 * Refuses the boot while plugins that another one cannot do without are not there. To be called in `register`: later,
 * Strapi stops at the first relation to a type that it does not know, and names neither plugin.
 */
export function needPlugins(strapi: Core.Strapi, name: string, needed: readonly string[]): void {
  const missing = needed.filter((one) => !strapi.plugin(one));
  if (missing.length === 0) return;
  const packages = missing.map((one) => `@portal-newsroom/${one}`).join(', ');
  throw new Error(`Plugin ${name} cần thêm ${packages}: hãy cài, bật lên rồi khởi động lại.`);
}
