import type { Core, UID } from '@strapi/strapi';
import { FILE } from './changed-relations';

export type Attribute = { type: string; target?: string; multiple?: boolean; targetField?: string };

/** An attribute that a query may name, the ids of a row among them. */
export function attributeOf(strapi: Core.Strapi, uid: string, name: string): Attribute | undefined {
  if (name === 'id') return { type: 'integer' };
  if (name === 'documentId') return { type: 'string' };
  const { attributes } = strapi.getModel(uid as UID.ContentType);
  return Object.hasOwn(attributes, name) ? (attributes as Record<string, Attribute>)[name] : undefined;
}

/** The type to which an attribute leads; '' for one that leads to many types; null for a value. */
export function targetOf({ type, target }: Attribute): string | null {
  if (type === 'media') return FILE;
  if (type === 'relation' || type === 'component' || type === 'dynamiczone') return target ?? '';
  return null;
}
