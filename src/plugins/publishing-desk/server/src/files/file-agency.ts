import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { addAttributes } from '../../../../../strapi-internals/content-types';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { currentRequest } from '../../../../../strapi-internals/request-caller';
import { type Caller, callerOf } from '../permissions/caller';
import { FILE } from '../permissions/changed-relations';
import { ownedTypes } from '../watched-types';
import { FOLDER } from './limit-folders';

/** Names the agency for which a file is uploaded, where it is not the agency of the person: a document id. */
const HEADER = 'x-desk-agency';

/** Names the document from whose form a file is uploaded: a type and a document id. */
const DOCUMENT_HEADER = 'x-desk-document';

type Person = Extract<Caller, { kind: 'person' }>;

/**
 * Gives every file and folder the document id of the agency that owns it. It is set when the file is uploaded and does
 * not follow the person who did so. A scalar, so that the conditions of roles can use it in SQL and in memory.
 */
export function addFileAgency(strapi: Core.Strapi): void {
  const agency = { type: 'string', configurable: false, visible: false, private: true };
  for (const uid of [FILE, FOLDER]) addAttributes(strapi, uid, { agency });
}

/**
 * Sets the owner of each file and folder that a person creates: the agency that the request names, else that of the
 * document from whose form it comes, else that of the folder into which it is put, else the person's. To be called in
 * `bootstrap`.
 *
 * @returns ends that
 */
export function fillFileAgency(strapi: Core.Strapi): () => void {
  return strapi.db.lifecycles.subscribe({
    models: [FILE, FOLDER],
    async beforeCreate({ params }) {
      const caller = callerOf(strapi);
      if (caller.kind !== 'person') return;
      const agency =
        chosenAgency(strapi) ??
        (await agencyOfDocument(strapi, caller)) ??
        (await agencyOfFolder(strapi, caller, params.data)) ??
        caller.agency;
      Object.assign(params.data, { agency });
    },
  });
}

/**
 * The agency that the present request names as owner of what it uploads; null where it names none.
 *
 * @throws PolicyError (403) for an agency whose files the person may not edit
 */
export function chosenAgency(strapi: Core.Strapi): string | null {
  const caller = callerOf(strapi);
  const chosen = currentRequest(strapi)?.headers?.[HEADER];
  if (caller.kind !== 'person' || !chosen) return null;
  if (!mayEditFilesOf(strapi, caller, chosen)) throw new errors.PolicyError('desk.not-yours');
  return chosen;
}

/** Null without a document of a type that agencies own, and for one of an agency whose files the person may not edit. */
async function agencyOfDocument(strapi: Core.Strapi, caller: Person): Promise<string | null> {
  const [named, documentId] = currentRequest(strapi)?.headers?.[DOCUMENT_HEADER]?.split(' ') ?? [];
  const type = ownedTypes(strapi).find((uid) => uid === named);
  if (!type || !documentId) return null;
  const document = await strapi.db
    .query(type)
    .findOne({ where: { documentId, publishedAt: null }, select: ['id'], populate: { agency: true } });
  const owner: string | undefined = document?.agency?.documentId;
  return owner && mayEditFilesOf(strapi, caller, owner) ? owner : null;
}

/** Null for what is in no folder, and for a folder of no agency or of one whose files the person may not edit. */
async function agencyOfFolder(strapi: Core.Strapi, caller: Person, data: { folder?: unknown; parent?: unknown }) {
  const id = data.folder ?? data.parent;
  if (id === undefined || id === null) return null;
  const folder = await strapi.db.query(FOLDER).findOne({ where: { id }, select: ['agency'] });
  const owner: string | undefined = folder?.agency ?? undefined;
  return owner && mayEditFilesOf(strapi, caller, owner) ? owner : null;
}

function mayEditFilesOf(strapi: Core.Strapi, { ability }: Person, agency: string): boolean {
  const action = 'plugin::upload.assets.update';
  const permissions = permissionService(strapi).createPermissionsManager({ ability, action, model: FILE });
  return ability.can(action, permissions.toSubject({ agency }));
}
