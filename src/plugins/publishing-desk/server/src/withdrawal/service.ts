import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { changeDirectly } from '../pipeline/direct-change';
import { ARTICLE } from '../watched-types';
import { correct, isPublished, isVisible, reinstate, withdraw } from './queries';

type Withdrawal = {
  outcome: 'notice' | 'notice-without-body' | 'moved' | 'gone';
  /** The notice to readers, or the reason of a 410. */
  reason: string;
  /** The slug of the article that replaces it; for `moved` alone. */
  movedTo: string | null;
};

/** Withdrawal and correction of a published article. Each takes effect at once, in one locale. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const exists = async (statement: string, binds: string[]): Promise<boolean> =>
    (await strapi.db.connection.raw(statement, binds)).rows.length > 0;

  const change = (action: string, documentId: string, locale: string, statement: string, binds: unknown[] = []) =>
    changeDirectly(strapi, { action, type: ARTICLE, documentId, locale, requires: 'publish' }, statement, binds);

  async function assertPublished(documentId: string, locale: string): Promise<void> {
    if (!(await exists(isPublished, [documentId, locale]))) throw new errors.ApplicationError('desk.not-published');
  }

  return {
    /** @throws ApplicationError (400) for an article that is not published, or a redirect target that is not public */
    async withdraw(documentId: string, locale: string, { outcome, reason, movedTo }: Withdrawal): Promise<void> {
      await assertPublished(documentId, locale);
      if (outcome === 'moved' && !(await exists(isVisible, [movedTo ?? '', locale, documentId]))) {
        throw new errors.ApplicationError('desk.no-successor');
      }
      await change('withdraw', documentId, locale, withdraw, [outcome, reason, outcome === 'moved' ? movedTo : null]);
    },

    /** Shows a withdrawn article again. */
    async reinstate(documentId: string, locale: string): Promise<void> {
      await assertPublished(documentId, locale);
      await change('reinstate', documentId, locale, reinstate);
    },

    /**
     * Publishes the draft as a major change: readers see the note among the corrections, and `updatedOn` moves. A plain
     * publish is a minor change and moves nothing.
     */
    async correct(documentId: string, locale: string, note: string): Promise<void> {
      await assertPublished(documentId, locale);
      await strapi.db.transaction(async () => {
        await change('correct', documentId, locale, correct, [note]);
        await strapi.documents(ARTICLE).publish({ documentId, locale });
      });
    },
  };
};
