import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { announceFileChange } from '../../../../../panel';
import { useLabels } from '../shared/use-labels';

/** What is said of a file: who made it, and the terms under which it may be shown. */
export type Credit = { credit: string | null; licence: string | null };

export type Picture = Credit & {
  id: number;
  documentId: string;
  name: string;
  url: string;
  formats: Record<string, { url: string } | undefined> | null;
};

/** The pictures with these document ids that the person may see, in their order, and a function that credits one. */
export function usePictures(ids: string[]) {
  const { say } = useLabels();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [changes, setChanges] = useState(0);
  const asked = ids.join(' ');

  useEffect(() => {
    let isLatest = true;
    const wanted = asked.split(' ');
    const params = { filters: { documentId: { $in: wanted } }, page: 1, pageSize: wanted.length };
    get<{ results: Picture[] }>('/upload/files', { params }).then(({ data }) => {
      const known = new Map(data.results.map((picture) => [picture.documentId, picture]));
      if (isLatest) setPictures(wanted.flatMap((id) => known.get(id) ?? []));
    }, console.error);
    return () => {
      isLatest = false;
    };
  }, [get, asked, changes]);

  /** @returns whether the server accepted it; a refusal is shown */
  async function setCredit({ id, documentId }: Picture, credit: Credit): Promise<boolean> {
    try {
      await put(`/upload/files/${id}`, { fileInfo: credit });
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
      return false;
    }
    announceFileChange(documentId);
    setChanges((count) => count + 1);
    toggleNotification({ type: 'success', message: say('pictures.saved') });
    return true;
  }

  return { pictures, setCredit };
}
