import type { Core, UID } from '@strapi/strapi';
import { bodyFigures, bodyFileLinks } from '../../../../../body/figures';
import type { DocumentRow } from '../history/document-rows';

export const FILE = 'plugin::upload.file';

/** Files that a body names by an address alone, in a link. */
export const FILE_ADDRESS = 'plugin::upload.file#address';

/** Document ids by content type of the target; of files also row ids, of `FILE_ADDRESS` paths. */
type Targets = Map<string, Set<string | number>>;

type Attribute = { type: string; target?: string; customField?: string };

/** What a document links to after a write and did not before: relations, files, and the files in its bodies. */
export function changedRelations(
  strapi: Core.Strapi,
  uid: string,
  before: DocumentRow[],
  after: DocumentRow[],
): Targets {
  const old = targetsOf(strapi, uid, before);
  const added: Targets = new Map();
  for (const [target, ids] of targetsOf(strapi, uid, after)) {
    const newIds = [...ids].filter((id) => !old.get(target)?.has(id));
    if (newIds.length > 0) added.set(target, new Set(newIds));
  }
  return added;
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
      if (customField === 'plugin::body-editor.body') {
        add(FILE, bodyFigures(value));
        add(FILE_ADDRESS, bodyFileLinks(value));
      }
    }
  }
  return targets;
}
