import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { withData, writtenData } from '../../../../../documents/written-data';
import { type DeclaredAttribute, declaredAttributes } from '../../../../../strapi-internals/content-types';
import { currentRequest } from '../../../../../strapi-internals/request-caller';
import { writableText } from '../../../../../vietnamese';
import { callerOf } from '../permissions/caller';
import { FILE } from '../permissions/changed-relations';
import { restoredDocument } from './restored';
import { isNewRow, type Write } from './write';

type Data = Record<string, unknown>;
type Position = Partial<Record<'before' | 'after', string> & Record<'start' | 'end', true>>;
type Link = { id?: number; documentId?: string; position?: Position };

/** Reads one reference of a relation or of files. */
type ReadLink = (value: unknown) => Promise<Link>;

/**
 * Leaves in the data only the attributes that the type's schema declares. Strapi takes `id`, `documentId`, `locale` and
 * its other own attributes from any caller, and so moves a row into another document. Who created and changed the row is
 * the person of the request. A relation names documents, never rows: the row of another locale or of a draft would be
 * linked as it is. What is restored from the trash keeps its document id.
 *
 * @throws ValidationError (400) that names the attribute, for a reference that is none
 */
export async function keepOwnAttributes(write: Write): Promise<void> {
  const { strapi, context } = write;
  const data = writtenData(context);
  if (!data) return;
  const own: Data = {};
  for (const [name, attribute] of Object.entries(declaredAttributes(context.contentType))) {
    if (!Object.hasOwn(data, name)) continue;
    const readLink = linkReader(strapi, name, attribute);
    own[name] = readLink ? await readLinks(readLink, name, data[name]) : data[name];
  }
  const restored = write.action === 'create' && restoredDocument(context);
  withData(context, { ...own, ...creators(write), ...(restored && { documentId: restored }) });
}

function creators(write: Write): Data {
  const { strapi } = write;
  const user = callerOf(strapi).kind === 'person' ? currentRequest(strapi)?.state.user : undefined;
  return user ? { updatedBy: user.id, ...(isNewRow(write) && { createdBy: user.id }) } : {};
}

async function readLinks(readLink: ReadLink, name: string, value: unknown): Promise<unknown> {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return readAll(readLink, name, value);
  if (typeof value !== 'object' || 'id' in value || 'documentId' in value) return readLink(value);
  const changes: Data = {};
  for (const change of ['set', 'connect', 'disconnect'] as const) {
    const links = (value as Data)[change];
    if (links === null || links === undefined) continue;
    changes[change] = await readAll(readLink, name, [links].flat());
  }
  if (Object.keys(value).length > 0 && Object.keys(changes).length === 0) throw notALink(name);
  return changes;
}

/** More than any form links at once; each is a query. */
const MAX_LINKS = 500;

function readAll(readLink: ReadLink, name: string, values: unknown[]): Promise<Link[]> {
  if (values.length > MAX_LINKS) throw refusal(name, `nhiều nhất ${MAX_LINKS} mục một lần`);
  return Promise.all(values.map(readLink));
}

/** The reader of an attribute that leads to other rows; null for an attribute that holds a value. */
function linkReader(strapi: Core.Strapi, name: string, { type, target }: DeclaredAttribute): ReadLink | null {
  if (type !== 'media' && type !== 'relation') return null;
  // Strapi refuses what a machine links in vain, without the name of the field.
  const isPerson = callerOf(strapi).kind === 'person';
  return async (value) => {
    const { id, documentId, position } =
      typeof value === 'object' && value !== null ? (value as Data) : referenceOf(value);
    const placed = position === undefined ? {} : { position: positionOf(position) };
    if (typeof documentId === 'string' && documentId !== '') {
      if (documentId !== writableText(documentId)) throw notALink(name);
      if (isPerson && !(await exists(strapi, type === 'media' ? FILE : target!, { documentId }))) throw notALink(name);
      return { documentId, ...placed };
    }
    const row = /^\d{1,10}$/.test(String(id)) && Number(id) <= MAX_ID ? Number(id) : null;
    if (row === null) throw notALink(name);
    // A file has one row; its document is no more than that.
    if (type === 'media') {
      if (isPerson && !(await exists(strapi, FILE, { id: row }))) throw notALink(name);
      return { id: row };
    }
    const found = await strapi.db
      .query(target as UID.ContentType)
      .findOne({ select: ['documentId'], where: { id: row } });
    if (!found) throw notALink(name);
    return { documentId: found.documentId, ...placed };
  };
}

const exists = async (strapi: Core.Strapi, uid: string, where: object): Promise<boolean> =>
  (await strapi.db.query(uid as UID.ContentType).count({ where })) > 0;

/** Above every row id, a 32-bit integer. */
const MAX_ID = 2_147_483_647;

/** As Strapi reads a reference without a name: digits are a row, other text is a document. */
const referenceOf = (value: unknown): Data =>
  typeof value === 'string' && !/^\d+$/.test(value) ? { documentId: value } : { id: value };

function positionOf(value: unknown): Position {
  const { before, after, start, end } = (value ?? {}) as Data;
  return {
    ...(typeof before === 'string' && { before }),
    ...(typeof after === 'string' && { after }),
    ...(start === true && { start }),
    ...(end === true && { end }),
  };
}

const notALink = (name: string) => refusal(name, 'cần một mục đã có');

const refusal = (name: string, problem: string) => {
  const message = `${name}: ${problem}`;
  return new errors.ValidationError(message, { errors: [{ path: [name], message, name: 'ValidationError' }] });
};
