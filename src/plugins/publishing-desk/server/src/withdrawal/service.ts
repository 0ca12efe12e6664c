import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { changeDirectly } from '../pipeline/direct-change';
import { correct, isPublished, isVisible, reinstate, withdraw } from './queries';
import { ARTICLE } from '../article-type';

export type Withdrawal = {
  outcome: 'notice' | 'notice-without-body' | 'moved' | 'gone';
  /** What readers are told, or the reason of a 410. */
  reason: string;
  /** The slug of the article that took its place; of `moved` alone. */
  movedTo: string | null;
};

/** What happens to an article after it was published. Each takes effect at once, in one language. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const has = async (statement: string, binds: string[]): Promise<boolean> =>
    (await strapi.db.connection.raw(statement, binds)).rows.length > 0;

  const change = (action: string, documentId: string, locale: string, statement: string, binds: unknown[] = []) =>
    changeDirectly(strapi, { action, type: ARTICLE, documentId, locale, right: 'publish' }, statement, binds);

  async function refuseUnpublished(documentId: string, locale: string): Promise<void> {
    if (!(await has(isPublished, [documentId, locale]))) throw new errors.ApplicationError('desk.not-published');
  }

  return {
    /** @throws ApplicationError (400) for an article that is not published, or a heir that is not public */
    async withdraw(documentId: string, locale: string, { outcome, reason, movedTo }: Withdrawal): Promise<void> {
      await refuseUnpublished(documentId, locale);
      if (outcome === 'moved' && !(await has(isVisible, [movedTo ?? '', locale, documentId]))) {
        throw new errors.ApplicationError('desk.no-heir');
      }
      await change('withdraw', documentId, locale, withdraw, [outcome, reason, outcome === 'moved' ? movedTo : null]);
    },

    /** Shows a withdrawn article again. */
    async reinstate(documentId: string, locale: string): Promise<void> {
      await refuseUnpublished(documentId, locale);
      await change('reinstate', documentId, locale, reinstate);
    },

    /**
     * Publishes the draft as a major change: readers see the note among the corrections, and `updatedOn` moves. A plain
     * publish is a minor one, and moves nothing.
     */
    async correct(documentId: string, locale: string, note: string): Promise<void> {
      await refuseUnpublished(documentId, locale);
      await strapi.db.transaction(async () => {
        await change('correct', documentId, locale, correct, [note]);
        await strapi.documents(ARTICLE).publish({ documentId, locale });
      });
    },
  };
};
