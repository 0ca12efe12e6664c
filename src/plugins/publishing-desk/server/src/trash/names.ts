import type { Core, UID } from '@strapi/strapi';
import { tableModel } from '../../../../../strapi-internals/database';
import { titleOf } from '../references/uses';
import { watchedTypes } from '../watched-types';
import type { DeletedDocument } from './queries';

/** What documents are called: by their rows, or those that were deleted by the last version that is kept. By id. */
export async function namesOf(strapi: Core.Strapi, type: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await strapi.db.connection.raw<{ rows: { id: string; name: string | null }[] }>(
    `SELECT asked.id, coalesce(
              (SELECT min(${titleOf(strapi, type, 'here')}) FROM ${tableModel(strapi, type).tableName} here
                WHERE here.document_id = asked.id),
              (SELECT coalesce(content ->> 'title', content ->> 'name', content ->> 'number') FROM desk.versions
                WHERE document_id = asked.id AND type = ? ORDER BY audit_id DESC LIMIT 1)) AS name
       FROM unnest(?::text[]) asked (id)`,
    [type, [...new Set(ids)]],
  );
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
}

type Attribute = { type: string; target?: string };

/** What deleted documents were called: their own name or title, or of those that have none what they connected. */
export async function titlesOf(strapi: Core.Strapi, deleted: DeletedDocument[]): Promise<string[]> {
  const connected = deleted.map((one) => (ownName(one) ? [] : connectionsOf(strapi, one)));
  const ids = new Map<string, string[]>();
  for (const { target, id } of connected.flat()) ids.set(target, [...(ids.get(target) ?? []), id]);
  const names = new Map<string, Map<string, string>>();
  for (const [target, all] of ids) names.set(target, await namesOf(strapi, target, all));
  return deleted.map((one, index) => {
    const joined = connected[index]!.flatMap(({ target, id }) => names.get(target)?.get(id) ?? []).join(' – ');
    const ofPeriod = [joined, text(one.content.period)].filter(Boolean).join(' – ');
    return ownName(one) || ofPeriod || mainValue(strapi, one) || one.documentId;
  });
}

const ownName = ({ content }: DeletedDocument): string =>
  text(content.title) || text(content.name) || text(content.number);

/** What the lists of the panel call a type that has neither names nor relations. */
function mainValue(strapi: Core.Strapi, { type, content }: DeletedDocument): string {
  const { config } = strapi.contentType(type as UID.ContentType) as {
    config?: { settings?: { mainField?: string } };
  };
  return text(content[config?.settings?.mainField ?? '']);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function connectionsOf(strapi: Core.Strapi, { type, content }: DeletedDocument): { target: string; id: string }[] {
  const attributes = strapi.contentType(type as UID.ContentType).attributes as Record<string, Attribute>;
  return Object.entries(content).flatMap(([name, value]) => {
    const { type: kind, target = '' } = attributes[name] ?? {};
    if (kind !== 'relation' || !watchedTypes(strapi).has(target)) return [];
    return (value as string[]).map((id) => ({ target, id }));
  });
}
