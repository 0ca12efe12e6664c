import type { Core } from '@strapi/strapi';

/**
 * Adds attributes to a content type of another plugin or of Strapi itself, such as `admin::user`. To be called in
 * `register`, before Strapi builds its models. Strapi documents the extension of types by files of the app only.
 */
export function addAttributes(strapi: Core.Strapi, uid: string, attributes: Record<string, object>): void {
  strapi.get('content-types').extend(uid, (type: { attributes: Record<string, unknown> }) => {
    Object.assign(type.attributes, attributes);
    return type;
  });
}
