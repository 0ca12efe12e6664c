import type { Struct } from '@strapi/strapi';

const BODY_FIELD = 'plugin::body-editor.body';

/** The attributes of a content type, by name. */
export type Attributes = Struct.ContentTypeSchema['attributes'];

/** Whether an attribute of a content type or component is this plugin's custom field. */
export const isBodyField = (attribute: unknown): boolean =>
  typeof attribute === 'object' &&
  attribute !== null &&
  'customField' in attribute &&
  attribute.customField === BODY_FIELD;

/** The names of the attributes that hold a body. */
export const bodyFields = (attributes: Attributes): string[] =>
  Object.keys(attributes).filter((name) => isBodyField(attributes[name]));
