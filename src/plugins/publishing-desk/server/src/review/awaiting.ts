import type { Core } from '@strapi/strapi';
import { returnedTo } from './queries';
import type { Ability } from '../permissions/caller';
import { REVIEW } from '../roles/role-definitions';
import type { ReviewStep } from './service';
import { ARTICLE } from '../article-type';

const UPDATE = 'plugin::content-manager.explorer.update';
const MOST = 100;

type Draft = { documentId: string; locale: string; title: string };

/** A draft that waits for somebody: what was last said of it, by whom and when (UTC). */
export type Awaiting = Draft & { by: string; at: string; note: string | null };

/** The drafts in a state of review to which a person has a right by their role and its conditions. */
async function draftsIn(strapi: Core.Strapi, ability: Ability, action: string, where: object): Promise<Draft[]> {
  const permissions = strapi.service('admin::permission').createPermissionsManager({ ability, action, model: ARTICLE });
  if (!permissions.isAllowed) return [];
  return strapi.db.query(ARTICLE).findMany({
    select: ['documentId', 'locale', 'title'],
    where: { $and: [{ ...where, publishedAt: null }, permissions.getQuery() ?? {}] },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    limit: MOST,
  });
}

/** Whether a person may send this draft back. */
export const mayReview = async (
  strapi: Core.Strapi,
  ability: Ability,
  draft: { documentId: string; locale: string },
): Promise<boolean> => (await draftsIn(strapi, ability, REVIEW, draft)).length > 0;

/** What others sent for review to whoever this is, longest waiting first, and what came back to them. */
export async function awaiting(
  strapi: Core.Strapi,
  ability: Ability,
  user: number,
): Promise<{ forMe: Awaiting[]; returned: Awaiting[] }> {
  const submitted = await draftsIn(strapi, ability, REVIEW, { reviewState: 'submitted' });
  const { rows } = await strapi.db.connection.raw<{ rows: { documentId: string }[] }>(returnedTo, [user]);
  const documentId = { $in: rows.map((row) => row.documentId) };
  const returned = await draftsIn(strapi, ability, UPDATE, { reviewState: 'returned', documentId });
  const ids = [...submitted, ...returned].map(({ documentId }) => documentId);
  const words: ReviewStep[] = await strapi.plugin('publishing-desk').service('review').lastSteps(ids);
  const wordOf = (draft: Draft) =>
    words.find((word) => word.documentId === draft.documentId && word.locale === draft.locale);
  const told = (drafts: Draft[], isMine: (word: ReviewStep | undefined) => boolean): Awaiting[] =>
    drafts
      .filter((draft) => isMine(wordOf(draft)))
      .map(({ documentId, locale, title }) => {
        const { by = '', at = '', note = null } = wordOf({ documentId, locale, title }) ?? {};
        return { documentId, locale, title, by, at, note };
      })
      .sort((one, other) => one.at.localeCompare(other.at));
  return {
    forMe: told(submitted, (word) => word?.sender !== user),
    returned: told(returned, (word) => word?.sender === user),
  };
}
