import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { openDocument } from '../unsaved/open-document';

export type ArticleVersion = { documentId: string; locale: string };

/**
 * What does something to an article as of the revision that its form shows, and then shows the form anew; a refusal is
 * told, and nothing is closed. `reason` is what four eyes ask of whoever publishes alone.
 */
export function useArticleAction({ locale }: { locale: string }) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  return async (path: string, body: object = {}, reason = ''): Promise<void> => {
    const headers = {
      // Of a form that is not known there is no revision, and so nothing that could be done as of it.
      'X-Desk-Base': String(openDocument()?.revision ?? -1),
      ...(reason && { 'X-Desk-Override': encodeURIComponent(reason) }),
    };
    try {
      await post(`${path}?locale=${locale}`, body, { headers });
      location.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  };
}
