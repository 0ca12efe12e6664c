import type { Core } from '@strapi/strapi';

/**
 * Gives every account of the panel the document id of its agency. Not a relation, since Strapi does not populate those
 * of the user of a request.
 */
export function addAgencyAttribute(strapi: Core.Strapi): void {
  strapi.get('content-types').extend('admin::user', (type: { attributes: Record<string, unknown> }) => {
    type.attributes.agency = { type: 'string', configurable: false, visible: false };
    return type;
  });
}
