import type { Core, UID } from '@strapi/strapi';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';
import { tableModel } from '../../../../../strapi-internals/database';
import { titleOf } from '../references/uses';
import { REVIEW } from '../roles/role-definitions';
import { ownedTypes } from '../watched-types';
import { returnedTo, type ReviewStep } from './queries';
import type { DraftId } from './service';

const UPDATE = 'plugin::content-manager.explorer.update';
const LIMIT = 100;

type Draft = DraftId & { title: string };

/** A draft that awaits a person: by whom it was sent, when (UTC), with which message. */
type AwaitingDraft = Draft & { by: string; at: string; note: string | null };

/** The drafts of a type that match and on which a person has a permission, by their role and its conditions. */
async function permittedDrafts(
  strapi: Core.Strapi,
  ability: Ability,
  { type, action }: { type: string; action: string },
  where: object,
): Promise<Draft[]> {
  const permissions = permissionService(strapi).createPermissionsManager({ ability, action, model: type });
  if (!permissions.isAllowed) return [];
  const drafts: { documentId: string; locale: string | null }[] = await strapi.db
    .query(type as UID.ContentType)
    .findMany({
      select: ['documentId', 'locale'],
      where: { $and: [{ ...where, publishedAt: null }, permissions.getQuery() ?? {}] },
      orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
      limit: LIMIT,
    });
  const titles = await titlesOfDrafts(
    strapi,
    type,
    drafts.map(({ documentId }) => documentId),
  );
  return drafts.map(({ documentId, locale }) => ({
    ...{ type, documentId, locale: locale ?? '' },
    title: titles.get(`${documentId} ${locale ?? ''}`) ?? '',
  }));
}

/** What drafts are called, by document id and locale. */
async function titlesOfDrafts(strapi: Core.Strapi, type: string, documentIds: string[]): Promise<Map<string, string>> {
  const { rows } = await strapi.db.connection.raw<{ rows: { draft: string; title: string }[] }>(
    `SELECT concat(here.document_id, ' ', here.locale) AS draft, ${titleOf(strapi, type, 'here')} AS title
       FROM ${tableModel(strapi, type).tableName} here WHERE here.document_id = ANY(?) AND here.published_at IS NULL`,
    [documentIds],
  );
  return new Map(rows.map(({ draft, title }) => [draft, title]));
}

/** Whether a person may send this draft back. */
export const canReview = async (
  strapi: Core.Strapi,
  ability: Ability,
  { type, documentId, locale }: DraftId,
): Promise<boolean> =>
  (await permittedDrafts(strapi, ability, { type, action: REVIEW }, { documentId, ...(locale && { locale }) })).length >
  0;

/** The drafts that others submitted and this user can review, longest waiting first; and those sent back to the user. */
export async function awaitingDrafts(
  strapi: Core.Strapi,
  ability: Ability,
  user: number,
): Promise<{ forMe: AwaitingDraft[]; returned: AwaitingDraft[] }> {
  const submitted: Draft[] = [];
  const returned: Draft[] = [];
  for (const type of ownedTypes(strapi)) {
    submitted.push(...(await permittedDrafts(strapi, ability, { type, action: REVIEW }, { reviewState: 'submitted' })));
    const statement = returnedTo(tableModel(strapi, type).tableName);
    const { rows } = await strapi.db.connection.raw<{ rows: { documentId: string }[] }>(statement, [user]);
    const documentId = { $in: rows.map((row) => row.documentId) };
    const where = { reviewState: 'returned', documentId };
    returned.push(...(await permittedDrafts(strapi, ability, { type, action: UPDATE }, where)));
  }
  const ids = [...submitted, ...returned].map((draft) => draft.documentId);
  const steps: ReviewStep[] = await strapi
    .plugin('publishing-desk')
    .service('review')
    .lastSteps(ownedTypes(strapi), ids);

  const withLastStep = (drafts: Draft[], isTheirs: (step: ReviewStep | undefined) => boolean): AwaitingDraft[] =>
    drafts
      .flatMap((draft) => {
        const step = steps.find(
          (one) => one.type === draft.type && one.documentId === draft.documentId && one.locale === draft.locale,
        );
        const { by = '', at = '', note = null } = step ?? {};
        return isTheirs(step) ? [{ ...draft, by, at, note }] : [];
      })
      .sort((one, other) => one.at.localeCompare(other.at));
  return {
    forMe: withLastStep(submitted, (step) => step?.sender !== user),
    returned: withLastStep(returned, (step) => step?.sender === user),
  };
}
