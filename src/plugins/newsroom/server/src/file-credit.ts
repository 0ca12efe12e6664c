import type { Core } from '@strapi/strapi';
import { addAttributes } from '../../../../strapi-internals/content-types';

/**
 * Gives every stored file the name of who made it (`credit`) and the terms under which it may be shown (`licence`: “CC BY
 * 4.0”, “Ảnh của cơ quan”). Both are text, and null where nobody said. To be called in `register`.
 */
export function addFileCredit(strapi: Core.Strapi): void {
  // Strapi writes the name of the column into each.
  const text = () => ({ type: 'string', maxLength: 200, configurable: false });
  addAttributes(strapi, 'plugin::upload.file', { credit: text(), licence: text() });
}
