import type { Core, UID } from '@strapi/strapi';
import type { DocumentRow } from '../history/document-rows';
import { bodyFigures } from '../../../../../body/figures';

export const FILE = 'plugin::upload.file';

/** Targets by content type: document ids; of files also row ids. */
export type Targets = Map<string, Set<string | number>>;

type Attribute = { type: string; target?: string; customField?: string };

/** What a document points at after a write and did not before: relations and files, those in its bodies too. */
export function changedRelations(
  strapi: Core.Strapi,
  uid: string,
  before: DocumentRow[],
  after: DocumentRow[],
): Targets {
  const old = targetsOf(strapi, uid, before);
  const anew: Targets = new Map();
  for (const [target, ids] of targetsOf(strapi, uid, after)) {
    const added = [...ids].filter((id) => !old.get(target)?.has(id));
    if (added.length > 0) anew.set(target, new Set(added));
  }
  return anew;
}

function targetsOf(strapi: Core.Strapi, uid: string, rows: DocumentRow[]): Targets {
  const attributes = Object.entries(strapi.contentTypes[uid as UID.ContentType]!.attributes) as [string, Attribute][];
  const targets: Targets = new Map();
  const add = (target: string, ids: (string | number)[]) =>
    targets.set(target, new Set([...(targets.get(target) ?? []), ...ids]));
  for (const { content } of rows) {
    const values = JSON.parse(content) as Record<string, unknown>;
    for (const [name, { type, target, customField }] of attributes) {
      const value = values[name];
      if (type === 'relation' && target && Array.isArray(value)) add(target, value);
      if (type === 'media' && Array.isArray(value)) add(FILE, value);
      if (customField === 'plugin::body-editor.body') add(FILE, bodyFigures(value));
    }
  }
  return targets;
}
