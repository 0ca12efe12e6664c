import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { ArticlePlace } from '../panels/use-public-life';
import { openDocument } from '../requests/open-document';

export type Step = 'submit' | 'send-back' | 'approve';

/** What the server says of a draft's review: its last step, and what this person may do next. `at` is in UTC. */
export type Review = {
  word: { action: Step; by: string; at: string; note: string | null } | null;
  /** Whether four eyes want somebody else to approve it. */
  isOwn: boolean;
  may: Record<Step | 'publish', boolean>;
};

/** The review of an article's draft as of a revision, and its next steps; after one the form is shown anew. */
export function useReview({ documentId, locale }: ArticlePlace, revision: number) {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [review, setReview] = useState<Review | null>(null);

  useEffect(() => {
    const path = `/publishing-desk/reviews/${documentId}?locale=${locale}`;
    get<{ data: Review }>(path).then(({ data }) => setReview(data.data), console.error);
  }, [get, documentId, locale, revision]);

  async function ask(path: string, body: object, headers: Record<string, string> = {}): Promise<void> {
    try {
      await post(`${path}?locale=${locale}`, body, {
        headers: { 'X-Desk-Base': String(openDocument()?.revision ?? ''), ...headers },
      });
      location.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  }

  return {
    review,
    take: (step: Step, note: string) => ask(`/publishing-desk/reviews/${documentId}/${step}`, { note }),
    /** Publishes what is saved, by the reason that four eyes ask of its own author. */
    publishAlone: (reason: string) =>
      ask(
        `/content-manager/collection-types/plugin::newsroom.article/${documentId}/actions/publish`,
        {},
        { 'X-Desk-Override': encodeURIComponent(reason) },
      ),
  };
}
