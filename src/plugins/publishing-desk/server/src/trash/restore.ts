import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { freeSlug } from '../../../../../documents/free-slug';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import { isLocalised } from '../../../../../strapi-internals/locales';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { type MissingReference, restorableContent } from '../history/restorable-content';
import { lockDocument } from '../pipeline/write';
import { RESTORED } from '../pipeline/restored';
import { watchedTypes } from '../watched-types';
import { findDeletion } from './entries';
import { namesOf } from './names';
import type { DeletedDocument } from './queries';

/** What takes the place of what others have meanwhile: another slug, no address of the old portal. */
type Replaced = { slug?: string | undefined; legacyUrl?: null | undefined };

/** What a restored document named and could not get back, by the name that it had, where the person may know it. */
type Missing = Pick<MissingReference, 'field' | 'target'> & { name: string | null };

/**
 * Writes a deleted document back under its document id, as a draft where its type has drafts, under the rules of every
 * write. A language of a document that still exists leaves what all its languages share as it is.
 *
 * @throws NotFoundError (404) for what is not in the trash; ValidationError (400) with what would be accepted in
 *   `details.offers`, for a slug or an address that another document has now; what every write of the type throws
 */
export async function restoreDeleted(
  strapi: Core.Strapi,
  ability: Ability,
  id: number,
  replaced: Replaced,
): Promise<{ documentId: string; locale: string; missing: Missing[] }> {
  const deleted = await findDeletion(strapi, ability, id);
  if (!deleted) throw new errors.NotFoundError();
  const { documentId, locale } = deleted;
  try {
    const missing = await strapi.db.transaction(async ({ trx }) => {
      await lockDocument(trx, deleted.type, documentId);
      // Another person can have restored it, or erased it for good.
      if (!(await findDeletion(strapi, ability, id, trx))) throw new errors.NotFoundError();
      return writeBack(strapi, deleted, replaced);
    });
    return { documentId, locale, missing: await named(strapi, ability, missing) };
  } catch (error) {
    throw await withOffers(strapi, deleted, replaced, error);
  }
}

async function writeBack(strapi: Core.Strapi, deleted: DeletedDocument, replaced: Replaced) {
  const { documentId, locale } = deleted;
  const type = deleted.type as UID.ContentType;
  const isOfOthers = (await strapi.db.query(type).count({ where: { documentId } })) > 0;
  const content = isOfOthers ? ownContent(strapi, type, deleted.content) : deleted.content;
  const { data, missing } = await restorableContent(strapi, type, { ...content, ...replaced });
  const written = { ...(locale && { locale }), data, [RESTORED]: documentId };
  await (isOfOthers
    ? strapi.documents(type).update({ ...written, documentId } as never)
    : strapi.documents(type).create(written as never));
  return missing;
}

/** Without what the document's languages share. */
function ownContent(strapi: Core.Strapi, type: UID.ContentType, content: DeletedDocument['content']) {
  const attributes = strapi.contentType(type).attributes as Record<string, Parameters<typeof isLocalised>[0]>;
  return Object.fromEntries(
    Object.entries(content).filter(([name]) => attributes[name] && isLocalised(attributes[name])),
  );
}

async function named(strapi: Core.Strapi, ability: Ability, missing: MissingReference[]): Promise<Missing[]> {
  const names = new Map<string, string>();
  for (const target of new Set(missing.map((one) => one.target))) {
    if (!watchedTypes(strapi).has(target)) continue;
    const checker = permissionChecker(strapi, ability, target);
    if (checker.cannot.read() || checker.requiresEntity.read()) continue;
    const ids = missing.flatMap((one) => (one.target === target ? [String(one.id)] : []));
    for (const [id, name] of await namesOf(strapi, target, ids)) names.set(id, name);
  }
  return missing.map(({ field, target, id }) => ({ field, target, name: names.get(String(id)) ?? null }));
}

type Details = { errors?: { path: string[] }[] };

/** The refusal of a write, with what could be written instead in `details.offers`. */
async function withOffers(
  strapi: Core.Strapi,
  { type, documentId, locale, content }: DeletedDocument,
  replaced: Replaced,
  error: unknown,
) {
  if (!(error instanceof errors.ValidationError)) return error;
  const details = error.details as Details;
  const fields = (details.errors ?? []).map(({ path }) => path.join('.'));
  const slug = replaced.slug ?? content.slug;
  const offers = {
    ...(fields.includes('slug') && typeof slug === 'string' && { slug: await otherSlug() }),
    ...(fields.includes('legacyUrl') && { legacyUrl: null }),
  };
  if (Object.keys(offers).length === 0) return error;
  return new errors.ValidationError(error.message, { ...details, offers });

  async function otherSlug() {
    const among = { locale: locale || undefined, documentId };
    const model = strapi.contentType(type as UID.ContentType);
    const free = await freeSlug(strapi, model, String(slug), among);
    // Free among documents, and refused: a former address of another's.
    return free === slug ? freeSlug(strapi, model, `${slug}-2`, among) : free;
  }
}
