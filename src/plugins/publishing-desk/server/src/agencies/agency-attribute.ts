import type { Core } from '@strapi/strapi';
import { addAttributes } from '../../../../../strapi-internals/content-types';

/**
 * Gives every account of the panel the document id of its agency. Not a relation, since Strapi does not populate those
 * of the user of a request.
 */
export const addAgencyAttribute = (strapi: Core.Strapi): void =>
  addAttributes(strapi, 'admin::user', { agency: { type: 'string', configurable: false, visible: false } });
