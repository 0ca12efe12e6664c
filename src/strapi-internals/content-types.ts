import type { Core, Struct } from '@strapi/strapi';

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

export type DeclaredAttribute = { type: string; target?: string };

/**
 * The attributes that the schema file of a type declares, without those that Strapi and plugins add: `createdBy`,
 * `locale`, `localizations` and so on. Strapi keeps them beside the attributes of the running type.
 */
export const declaredAttributes = (type: Struct.ContentTypeSchema): Record<string, DeclaredAttribute> =>
  (type as unknown as { __schema__: { attributes: Record<string, DeclaredAttribute> } }).__schema__.attributes;
