import type { Core } from '@strapi/strapi';
import { watchedTypes } from '../watched-types';

/** Gives every watched type its revision: a number that changes with each change of a document in a locale. */
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
