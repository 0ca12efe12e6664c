import type { Core } from '@strapi/strapi';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';
import { REVIEW } from '../roles/role-definitions';
import { ARTICLE } from '../watched-types';
import { returnedTo, type ReviewStep } from './queries';

const UPDATE = 'plugin::content-manager.explorer.update';
const LIMIT = 100;

type Draft = { documentId: string; locale: string; title: string };

/** A draft that awaits a person: by whom it was sent, when (UTC), with which message. */
type AwaitingDraft = Draft & { by: string; at: string; note: string | null };

/** The drafts that match and on which a person has a permission, by their role and its conditions. */
async function permittedDrafts(strapi: Core.Strapi, ability: Ability, action: string, where: object): Promise<Draft[]> {
  const permissions = permissionService(strapi).createPermissionsManager({ ability, action, model: ARTICLE });
  if (!permissions.isAllowed) return [];
  return strapi.db.query(ARTICLE).findMany({
    select: ['documentId', 'locale', 'title'],
    where: { $and: [{ ...where, publishedAt: null }, permissions.getQuery() ?? {}] },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    limit: LIMIT,
  });
}

/** Whether a person may send this draft back. */
export const canReview = async (
  strapi: Core.Strapi,
  ability: Ability,
  draft: { documentId: string; locale: string },
): Promise<boolean> => (await permittedDrafts(strapi, ability, REVIEW, draft)).length > 0;

/** The drafts that others submitted and this user can review, longest waiting first; and those sent back to the user. */
export async function awaitingDrafts(
  strapi: Core.Strapi,
  ability: Ability,
  user: number,
): Promise<{ forMe: AwaitingDraft[]; returned: AwaitingDraft[] }> {
  const submitted = await permittedDrafts(strapi, ability, REVIEW, { reviewState: 'submitted' });
  const { rows } = await strapi.db.connection.raw<{ rows: { documentId: string }[] }>(returnedTo, [user]);
  const documentId = { $in: rows.map((row) => row.documentId) };
  const returned = await permittedDrafts(strapi, ability, UPDATE, { reviewState: 'returned', documentId });
  const ids = [...submitted, ...returned].map((draft) => draft.documentId);
  const steps: ReviewStep[] = await strapi.plugin('publishing-desk').service('review').lastSteps(ids);

  const withLastStep = (drafts: Draft[], isTheirs: (step: ReviewStep | undefined) => boolean): AwaitingDraft[] =>
    drafts
      .flatMap(({ documentId: id, locale, title }) => {
        const step = steps.find((one) => one.documentId === id && one.locale === locale);
        const { by = '', at = '', note = null } = step ?? {};
        return isTheirs(step) ? [{ documentId: id, locale, title, by, at, note }] : [];
      })
      .sort((one, other) => one.at.localeCompare(other.at));
  return {
    forMe: withLastStep(submitted, (step) => step?.sender !== user),
    returned: withLastStep(returned, (step) => step?.sender === user),
  };
}
