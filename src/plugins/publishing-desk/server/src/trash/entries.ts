import type { Core, UID } from '@strapi/strapi';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { flatKey } from '../../../../../vietnamese';
import type { Options } from '../config';
import { AGENCY } from '../references/uses';
import type { Transaction } from '../transaction';
import { OWNED, watchedTypes } from '../watched-types';
import { namesOf, titlesOf } from './names';
import { BATCH, deletionById, deletionOf, deletionsBefore, type DeletedDocument } from './queries';

/** An entry of the trash as a person sees it. */
type TrashEntry = Omit<DeletedDocument, 'content'> & {
  /** The display name of the type. */
  typeName: string;
  title: string;
  /** The name of the agency that owns it; null for a type that is not owned. */
  agency: string | null;
  /** Whether the type has drafts, so that readers do not see it once it is restored. */
  isDrafted: boolean;
  mayRestore: boolean;
};

type Filters = { type?: string | undefined; title?: string | undefined; before?: number | undefined };

const PAGE_SIZE = 50;

/** Above every id, which the queries read as a 32-bit integer. */
const MAX_ID = 2_147_483_647;

type Row = Omit<DeletedDocument, 'content'> & { content: string };

async function select(
  strapi: Core.Strapi,
  statement: string,
  binds: unknown[],
  connection: Transaction = strapi.db.connection,
): Promise<DeletedDocument[]> {
  const { days } = strapi.config.get<Options>('plugin::publishing-desk').trash;
  const { rows } = await connection.raw<{ rows: Row[] }>(statement, [days, ...binds]);
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as DeletedDocument['content'] }));
}

/** The watched types of which a person may read anything. */
export const readableTypes = (strapi: Core.Strapi, ability: Ability): string[] =>
  [...watchedTypes(strapi)].filter((type) => permissionChecker(strapi, ability, type).can.read());

/**
 * The trash of those who could read what is in it, the newest first; of a type and with a title, accents or not, if given.
 *
 * @returns a page, and the `before` of the next one; null where there is none
 */
export async function trashEntries(
  strapi: Core.Strapi,
  ability: Ability,
  { type, title, before = MAX_ID }: Filters,
): Promise<{ entries: TrashEntry[]; next: number | null }> {
  const types = readableTypes(strapi, ability).filter((one) => !type || one === type);
  const sought = flatKey(title ?? '');
  const entries: TrashEntry[] = [];
  for (let last = before; ;) {
    const batch = await select(strapi, deletionsBefore, [types, last]);
    const readable = batch.filter((one) => isAllowed(strapi, ability, 'read', one));
    for (const entry of await described(strapi, ability, readable)) {
      if (!flatKey(entry.title).includes(sought)) continue;
      if (entries.length === PAGE_SIZE) return { entries, next: entries.at(-1)!.id };
      entries.push(entry);
    }
    if (batch.length < BATCH) return { entries, next: null };
    last = batch.at(-1)!.id;
  }
}

/** What a deletion deleted, by its id; undefined where it is not in the trash, or not for this person. */
export const findDeletion = async (strapi: Core.Strapi, ability: Ability, id: number, connection?: Transaction) =>
  readable(strapi, ability, await select(strapi, deletionById, [id], connection));

/** Whether a person could read a document that is in the trash in this locale. */
export const couldRead = async (
  strapi: Core.Strapi,
  ability: Ability,
  { type, documentId, locale }: Pick<DeletedDocument, 'type' | 'documentId' | 'locale'>,
): Promise<boolean> =>
  readable(strapi, ability, await select(strapi, deletionOf, [type, documentId, locale])) !== undefined;

const readable = (strapi: Core.Strapi, ability: Ability, [found]: DeletedDocument[]) =>
  found && watchedTypes(strapi).has(found.type) && isAllowed(strapi, ability, 'read', found) ? found : undefined;

/** By the person's permissions and their conditions, on the document as it was. */
function isAllowed(
  strapi: Core.Strapi,
  ability: Ability,
  action: 'read' | 'create',
  deleted: DeletedDocument,
): boolean {
  return permissionChecker(strapi, ability, deleted.type).can[action](asRow(strapi, deleted));
}

type Attribute = { type: string; relation?: string };

/** The row of a deleted document with its relations populated, as conditions look at it. Who created it is unknown. */
function asRow(strapi: Core.Strapi, { type, documentId, locale, content }: DeletedDocument): object {
  const attributes = strapi.contentType(type as UID.ContentType).attributes as Record<string, Attribute>;
  const values = Object.entries(content).map(([name, value]) => {
    const attribute = attributes[name];
    if (attribute?.type !== 'relation' || !Array.isArray(value)) return [name, value];
    const targets = value.map((id) => ({ documentId: id }));
    return [name, attribute.relation?.endsWith('ToOne') ? (targets[0] ?? null) : targets];
  });
  return { ...Object.fromEntries(values), documentId, locale: locale || null };
}

async function described(strapi: Core.Strapi, ability: Ability, deleted: DeletedDocument[]): Promise<TrashEntry[]> {
  const titles = await titlesOf(strapi, deleted);
  const owners = deleted.map(({ type, content }) => (OWNED.has(type) ? (content.agency as string[])[0] : undefined));
  const agencies = await namesOf(
    strapi,
    AGENCY,
    owners.flatMap((owner) => owner ?? []),
  );
  return deleted.map((one, index) => {
    const { id, at, keptUntil, by, type, documentId, locale } = one;
    const { info, options } = strapi.contentType(type as UID.ContentType);
    return {
      ...{ id, at, keptUntil, by, type, documentId, locale },
      typeName: info.displayName,
      title: titles[index]!,
      agency: agencies.get(owners[index] ?? '') ?? null,
      isDrafted: options?.draftAndPublish === true,
      mayRestore: isAllowed(strapi, ability, 'create', one),
    };
  });
}
