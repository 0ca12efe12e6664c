import type { Core } from '@strapi/strapi';

/** The plugins whose types the desk keeps watch over. */
export const WATCHED = ['newsroom', 'directory'];

export const watchedTypes = (strapi: Core.Strapi): Set<string> =>
  new Set(
    Object.values(strapi.contentTypes)
      .filter(({ plugin }) => plugin && WATCHED.includes(plugin))
      .map(({ uid }) => uid),
  );

/** Gives every watched type the number that tells one state of a document from the next. */
export function addRevisionAttribute(strapi: Core.Strapi): void {
  for (const uid of watchedTypes(strapi)) {
    strapi.get('content-types').extend(uid, (type: { attributes: Record<string, unknown> }) => {
      type.attributes.revision = {
        type: 'integer',
        default: 0,
        visible: false,
        configurable: false,
        pluginOptions: { i18n: { localized: true } },
      };
    });
  }
}
