import type { Core } from '@strapi/strapi';
import { addAttributes } from '../../../../../strapi-internals/content-types';
import { watchedTypes } from '../watched-types';

/** Gives every watched type its revision: a number that changes with each change of a document in a locale. */
export function addRevisionAttribute(strapi: Core.Strapi): void {
  for (const uid of watchedTypes(strapi)) {
    addAttributes(strapi, uid, {
      revision: {
        type: 'integer',
        default: 0,
        visible: false,
        configurable: false,
        pluginOptions: { i18n: { localized: true } },
      },
    });
  }
}
