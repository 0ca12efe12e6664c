import { useFetchClient, useNotification, useAPIErrorHandler } from '@strapi/strapi/admin';

import { openDocument } from '../requests/open-document';

export type ArticlePlace = { documentId: string; locale: string };

/** Does something to a published article, and shows the form anew; a refusal is told, and nothing is closed. */
export function usePublicLife({ documentId, locale }: ArticlePlace) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  return async (what: 'withdraw' | 'reinstate' | 'correct', body: object = {}): Promise<void> => {
    try {
      await post(`/publishing-desk/articles/${documentId}/${what}?locale=${locale}`, body, {
        headers: { 'X-Desk-Base': String(openDocument()?.revision ?? '') },
      });
      location.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  };
}
