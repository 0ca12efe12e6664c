import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

type PreviewLink = { id: string; by: string; expiresAt: string };

/** The valid preview links of a draft that were used, and a function that revokes one. None without a draft. */
export function usePreviewLinks(documentId: string | undefined, locale: string) {
  const { get, del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [links, setLinks] = useState<PreviewLink[]>([]);
  const path = `/publishing-desk/previews/${documentId}`;

  useEffect(() => {
    setLinks([]);
    if (!documentId) return;
    get<{ data: PreviewLink[] }>(`${path}?locale=${locale}`).then(({ data }) => setLinks(data.data), console.error);
  }, [get, documentId, path, locale]);

  async function revoke(id: string): Promise<void> {
    try {
      await del(`${path}/${id}?locale=${locale}`);
      // Strapi's panel keeps the address that it would show in its frame.
      location.reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  }

  return { links, revoke };
}
