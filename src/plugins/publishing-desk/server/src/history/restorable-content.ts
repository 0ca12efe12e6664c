import type { Core, UID } from '@strapi/strapi';
import { FILE } from '../permissions/changed-relations';

/** What an attribute of a version names and does not exist any more; of a file the row id. */
export type MissingReference = { field: string; target: string; id: string | number };

/**
 * The content of a version in the document service's input format, with only the relations and files that exist, and
 * those that do not.
 */
export async function restorableContent(
  strapi: Core.Strapi,
  type: UID.ContentType,
  content: Record<string, unknown>,
): Promise<{ data: Record<string, unknown>; missing: MissingReference[] }> {
  const attributes = strapi.contentType(type).attributes as Record<string, { type: string; target?: UID.ContentType }>;
  const data: Record<string, unknown> = {};
  const missing: MissingReference[] = [];
  for (const [field, value] of Object.entries(content)) {
    const attribute = attributes[field];
    if (!attribute) continue;
    const isFile = attribute.type === 'media';
    const target = isFile ? FILE : attribute.type === 'relation' ? attribute.target : undefined;
    if (!target) {
      data[field] = value;
      continue;
    }
    const ids = value as (string | number)[];
    const known = await existing(strapi, target, isFile ? 'id' : 'documentId', ids);
    const kept = ids.filter((id) => known.has(id));
    data[field] = isFile ? kept : { set: kept };
    missing.push(...ids.filter((id) => !known.has(id)).map((id) => ({ field, target, id })));
  }
  return { data, missing };
}

async function existing(strapi: Core.Strapi, target: UID.ContentType, key: 'id' | 'documentId', ids: unknown[]) {
  const rows = await strapi.db.query(target).findMany({ select: [key], where: { [key]: { $in: ids } } });
  return new Set<unknown>(rows.map((row: Record<string, unknown>) => row[key]));
}
