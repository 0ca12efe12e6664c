import type { Core } from '@strapi/strapi';
import { ensureDocument } from './ensure-document';
import type { Key, SampleCategory } from './sample-content';

/** The tree of categories; a parent stands before its children. Gives their document ids by key. */
export async function loadCategories(strapi: Core.Strapi, categories: SampleCategory[]): Promise<Map<Key, string>> {
  const ids = new Map<Key, string>();
  for (const { key: slug, parent, ...data } of categories) {
    const place = { ...data, parent: parent && ids.get(parent) };
    ids.set(slug, await ensureDocument(strapi, 'plugin::newsroom.category', { slug }, place));
  }
  return ids;
}
