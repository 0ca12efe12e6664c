import type { Core } from '@strapi/strapi';

type Data = Record<string, unknown>;
type Found = { documentId: string };

/** Only of types that are neither localised nor drafted. */
type Uid =
  | 'plugin::directory.agency'
  | 'plugin::directory.agency-period'
  | 'plugin::directory.appointment'
  | 'plugin::directory.official'
  | 'plugin::directory.position'
  | 'plugin::directory.succession'
  | 'plugin::newsroom.category'
  | 'plugin::portal-search.abbreviation';

/**
 * The document id of the entry that `filters` find, created from them and `data` where there is none: a load that
 * broke off half-way can be repeated. `filters` name own fields or, by document id, related entries.
 */
export async function ensureDocument(strapi: Core.Strapi, uid: Uid, filters: Data, data: Data): Promise<string> {
  const documents = strapi.documents(uid) as unknown as {
    findFirst(params: { filters: Data }): Promise<Found | null>;
    create(params: { data: Data }): Promise<Found>;
  };
  const relations = Object.entries(filters).map(([field, value]) => [
    field,
    isRelation(strapi, uid, field) ? { documentId: value } : value,
  ]);
  const found = await documents.findFirst({ filters: Object.fromEntries(relations) });
  return (found ?? (await documents.create({ data: { ...data, ...filters } }))).documentId;
}

function isRelation(strapi: Core.Strapi, uid: Uid, field: string): boolean {
  const attributes: Record<string, { type: string }> = strapi.contentType(uid).attributes;
  return attributes[field]?.type === 'relation';
}
