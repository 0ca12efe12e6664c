import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { openDocument } from '../unsaved/open-document';

export type DocumentVersion = { documentId: string; locale: string };

/**
 * Sends an action on a document as of the revision that its form shows, then reloads the form. A refusal is shown, and
 * nothing is closed. `reason` is what a person gives who publishes without a second one.
 */
export function useDocumentAction({ locale }: { locale: string }) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  return async (path: string, body: object = {}, reason = ''): Promise<void> => {
    const headers = {
      // Without an open form no revision is known, and the server refuses the action.
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
