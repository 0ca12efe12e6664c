import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Options } from '../config';
import { tableModel } from '../../../../../strapi-internals/database';
import { changeDirectly } from '../pipeline/direct-change';
import { lockDocument } from '../pipeline/write';
import type { Transaction } from '../transaction';
import { lastAuthors } from './last-authors';
import { lastSteps, moveReview, type ReviewStep, type Step } from './queries';
import type { ReviewState } from './review-state';

export type DraftId = { type: string; documentId: string; locale: string };

/** The state that each step leads to, and the states that it starts from; '' is a draft that was not submitted yet. */
const STEPS: Record<Step, { to: ReviewState; from: string; requires?: 'update' | 'publish' }> = {
  submit: { to: 'submitted', from: ',returned', requires: 'update' },
  'send-back': { to: 'returned', from: 'submitted,approved' },
  approve: { to: 'approved', from: 'submitted', requires: 'publish' },
};

/** The review of a draft of an owned type in one locale: submitted, sent back, approved. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Whether the rule of four eyes keeps this user from approving the draft: they were the last to change its text. */
  async function isOwn({ type, documentId, locale }: DraftId, user: number, trx?: Transaction): Promise<boolean> {
    if (!strapi.config.get<Options>('plugin::publishing-desk').fourEyes) return false;
    const authors = await lastAuthors(trx ?? strapi.db.connection, type, documentId);
    return authors.some((one) => one.locale === locale && one.author === user);
  }

  return {
    isOwn,

    /**
     * @param user the id of the user who takes the step; null for a token, which can only submit
     * @param note a message to the other side
     * @throws Conflict (409) for a request based on an older revision; PolicyError (403) for an approval of one's own
     *   text; ApplicationError (400) where the draft is not in a state from which this step starts
     */
    async take(step: Step, draft: DraftId, user: number | null, note?: string): Promise<void> {
      const { to, from, requires } = STEPS[step];
      await strapi.db.transaction(async ({ trx }) => {
        await lockDocument(trx, draft.type, draft.documentId);
        if (step === 'approve' && (user === null || (await isOwn(draft, user, trx)))) {
          throw new errors.PolicyError('desk.own-review');
        }
        const action = { action: step, ...draft, note, requires };
        const changes = await changeDirectly(strapi, action, moveReview(tableModel(strapi, draft.type).tableName), [
          to,
          from,
        ]);
        if (changes.length === 0) throw new errors.ApplicationError('desk.review-moved-on');
      });
    },

    /** The last step of each review of these documents of these types; none for a document that was never submitted. */
    async lastSteps(types: readonly string[], documentIds: string[]): Promise<ReviewStep[]> {
      return (await strapi.db.connection.raw<{ rows: ReviewStep[] }>(lastSteps, [documentIds, types])).rows;
    },
  };
};
