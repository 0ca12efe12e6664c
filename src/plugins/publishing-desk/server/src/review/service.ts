import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Options } from '../config';
import { changeDirectly } from '../pipeline/direct-change';
import { lockDocument } from '../pipeline/document-lock';
import type { Transaction } from '../history/record-version';
import { lastAuthors } from './last-authors';
import { lastSteps, moveReview } from './queries';
import type { ReviewState } from './review-state';
import { ARTICLE } from '../article-type';

type DraftId = { documentId: string; locale: string };
export type Step = 'submit' | 'send-back' | 'approve';

/** What each step makes of a draft, and of which states; '' is a draft that was not sent yet. */
const STEPS: Record<Step, { to: ReviewState; from: string; right?: 'update' | 'publish' }> = {
  submit: { to: 'submitted', from: ',returned', right: 'update' },
  'send-back': { to: 'returned', from: 'submitted,approved' },
  approve: { to: 'approved', from: 'submitted', right: 'publish' },
};

/** The last step of a review: who took it, when (UTC), what they said; and by whom (an id) it was sent for review. */
export type ReviewStep = {
  documentId: string;
  locale: string;
  action: Step;
  by: string;
  at: string;
  note: string | null;
  sender: number | null;
};

/** An article's draft on its way from writer to approver, in one language. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Whether four eyes keep this person from approving the draft, having been the last to change it. */
  async function isOwn({ documentId, locale }: DraftId, user: number, trx?: Transaction): Promise<boolean> {
    if (!strapi.config.get<Options>('plugin::publishing-desk').fourEyes) return false;
    const authors = await lastAuthors(trx ?? strapi.db.connection, ARTICLE, documentId);
    return authors.some((one) => one.locale === locale && one.author === user);
  }

  return {
    isOwn,

    /**
     * @param user the id of whoever takes the step
     * @param note what the other side is told
     * @throws Conflict (409) for a request based on an older revision; PolicyError (403) for an approval of one's own;
     *   ApplicationError (400) where the draft is not in a state from which this step leads on
     */
    async take(step: Step, draft: DraftId, user: number, note?: string): Promise<void> {
      const { to, from, right } = STEPS[step];
      await strapi.db.transaction(async ({ trx }) => {
        await lockDocument(trx, ARTICLE, draft.documentId);
        if (step === 'approve' && (await isOwn(draft, user, trx))) {
          throw new errors.PolicyError('desk.own-review');
        }
        const entry = { action: step, type: ARTICLE, ...draft, note, right };
        const changes = await changeDirectly(strapi, entry, moveReview, [to, from]);
        if (changes.length === 0) throw new errors.ApplicationError('desk.review-moved-on');
      });
    },

    /** The last step of each of these documents' reviews; none of what was never sent. */
    async lastSteps(documentIds: string[]): Promise<ReviewStep[]> {
      return (await strapi.db.connection.raw<{ rows: ReviewStep[] }>(lastSteps, [documentIds])).rows;
    },
  };
};
